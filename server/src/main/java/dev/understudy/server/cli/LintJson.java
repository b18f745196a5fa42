package dev.understudy.server.cli;

import dev.understudy.analysis.lint.Edit;
import dev.understudy.analysis.lint.Finding;
import dev.understudy.policy.Position;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Findings as JSON, one object a file. */
final class LintJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LintJson() {}

    /**
     * A file and what was found in it.
     *
     * @param guessed whether nobody said what kind it is
     */
    record File(String name, String kind, boolean guessed, List<Finding> findings) {}

    static String of(List<File> files) {
        ArrayNode all = JSON.createArrayNode();
        for (File file : files) {
            ObjectNode node = all.addObject();
            node.put("file", file.name()).put("kind", file.kind()).put("guessed", file.guessed());
            ArrayNode findings = node.putArray("findings");
            file.findings().forEach(finding -> add(findings.addObject(), finding));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    private static void add(ObjectNode node, Finding finding) {
        node.put("code", finding.code()).put("severity", finding.severity().name());
        node.put("message", finding.message());
        place(node.putObject("start"), finding.start());
        place(node.putObject("end"), finding.end());
        if (finding.statement() >= 0) {
            node.put("statement", finding.statement());
        }
        if (finding.sid() != null) {
            node.put("sid", finding.sid());
        }
        node.put("fix", finding.fix());
        Edit edit = finding.edit();
        if (edit != null) {
            ObjectNode change = node.putObject("edit").put("start", edit.start());
            change.put("end", edit.end()).put("replacement", edit.replacement());
        }
        node.put("learnMore", finding.issue().learnMore());
    }

    private static void place(ObjectNode node, Position position) {
        node.put("line", position.line()).put("column", position.column());
        node.put("offset", position.offset());
    }
}
