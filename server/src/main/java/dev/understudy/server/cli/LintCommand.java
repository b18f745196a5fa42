package dev.understudy.server.cli;

import dev.understudy.analysis.lint.Finding;
import dev.understudy.analysis.lint.FindingText;
import dev.understudy.analysis.lint.Fixes;
import dev.understudy.analysis.lint.Linter;
import dev.understudy.analysis.lint.Severity;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.TextStyle;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Checks policies in files. */
@CommandLine.Command(
        name = "lint",
        description = {
            "Check policies: what AWS would refuse, what can never match, what allows too much,"
                    + " what is redundant.",
            "Codes and severities are those of AWS's policy checks.",
            "Exit code: 0 nothing as bad as --fail-on, 1 something is, 2 a file cannot be read."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LintCommand implements Callable<Integer> {
    /** Nobody's policy is longer, and the linter says of longer ones that they are. */
    private static final int LONGEST = 4 << 20;

    private static final int MOST_ROUNDS = 50;

    /** Kinds as one calls them. */
    private enum Kind {
        identity(PolicyKind.IDENTITY),
        trust(PolicyKind.TRUST),
        resource(PolicyKind.RESOURCE),
        boundary(PolicyKind.BOUNDARY),
        session(PolicyKind.SESSION),
        scp(PolicyKind.SERVICE_CONTROL),
        rcp(PolicyKind.RESOURCE_CONTROL);

        private final PolicyKind kind;

        Kind(PolicyKind kind) {
            this.kind = kind;
        }

        private static Kind of(PolicyKind kind) {
            for (Kind one : values()) {
                if (one.kind == kind) {
                    return one;
                }
            }
            return identity;
        }
    }

    /** What makes the exit code 1. */
    private enum FailOn {
        error,
        security_warning,
        warning,
        suggestion,
        never
    }

    @CommandLine.Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "policies; - is standard input")
    private List<String> files = new ArrayList<>();

    @CommandLine.Option(
            names = "--kind",
            description =
                    "${COMPLETION-CANDIDATES}; guessed if not given, which never says boundary,"
                            + " session, scp or rcp")
    private @Nullable Kind kind;

    @CommandLine.Option(
            names = "--fail-on",
            defaultValue = "security_warning",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
    private FailOn failOn = FailOn.security_warning;

    @CommandLine.Option(
            names = "--fix",
            description =
                    "first make every change of which there is only one, in the file itself, or"
                            + " print the text from standard input with them; it can change what is"
                            + " allowed: look at it")
    private boolean fix;

    @CommandLine.Option(names = "--json", description = "print what was found as JSON")
    private boolean json;

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    private boolean failed;
    private boolean unreadable;

    @Override
    public Integer call() throws IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        List<LintJson.File> results = new ArrayList<>();
        for (String file : files) {
            String text = read(file, line.getErr());
            if (text != null) {
                results.add(lint(file, text, line.getOut()));
            }
        }
        if (json) {
            line.getOut().println(LintJson.of(results));
        }
        line.getOut().flush();
        line.getErr().flush();
        return unreadable ? Main.NOT_UNDERSTOOD : failed ? Main.FAILED : 0;
    }

    private LintJson.File lint(String file, String given, PrintWriter out) throws IOException {
        Kind called = kind == null ? Kind.of(Linter.guessKind(given)) : kind;
        String text = fix ? fixed(given, called.kind) : given;
        boolean toOutput = fix && file.equals("-");
        if (toOutput) {
            out.print(text);
        } else if (!text.equals(given)) {
            Files.writeString(Path.of(file), text);
        }
        List<Finding> findings = Linter.lint(text, called.kind);
        failed |= findings.stream().anyMatch(this::isBad);
        if (!json && !toOutput) {
            print(file, text, called, findings, out);
        }
        return new LintJson.File(file, called.name(), kind == null, findings);
    }

    private boolean isBad(Finding finding) {
        return finding.severity().ordinal() <= failOn.ordinal() && failOn != FailOn.never;
    }

    private static String fixed(String given, PolicyKind kind) {
        String text = given;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String next = Fixes.apply(text, Linter.lint(text, kind));
            if (next.equals(text)) {
                break;
            }
            text = next;
        }
        return text;
    }

    private void print(
            String file, String text, Kind called, List<Finding> findings, PrintWriter out) {
        FindingText lines = new FindingText(file, text, Terminal.style() == TextStyle.COLOUR);
        findings.forEach(finding -> out.print(lines.of(finding)));
        String guessed = kind == null ? " (guessed; --kind says what it is)" : "";
        out.println(file + ": " + summary(findings) + " in a policy of kind " + called + guessed);
    }

    private static String summary(List<Finding> findings) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = findings.stream().filter(f -> f.severity() == severity).count();
            String name = severity.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            if (count > 0) {
                counts.add(count + " " + name + (count == 1 ? "" : "s"));
            }
        }
        return counts.isEmpty() ? "nothing found" : String.join(", ", counts);
    }

    private @Nullable String read(String file, PrintWriter err) {
        try {
            byte[] bytes =
                    file.equals("-") ? System.in.readNBytes(LONGEST + 1) : bytes(Path.of(file));
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (NoSuchFileException missing) {
            err.println("understudy: " + file + ": no such file");
        } catch (CharacterCodingException notText) {
            err.println("understudy: " + file + ": not UTF-8");
        } catch (IOException | java.nio.file.InvalidPathException problem) {
            err.println("understudy: " + file + ": cannot be read: " + problem.getMessage());
        }
        unreadable = true;
        return null;
    }

    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST + 1);
        }
    }
}
