package dev.understudy.server.check;

import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicyReader;
import dev.understudy.policy.PolicyReading;
import dev.understudy.policy.PolicySource;
import dev.understudy.policy.PolicyVocabulary;
import dev.understudy.policy.Problem;
import dev.understudy.server.config.ConfigProblem;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads policies from files, and says where and how one is malformed. */
public final class PolicyFiles {
    private static final long LARGEST = 4L << 20;
    private static final Pattern QUOTED = Pattern.compile("`([^`]*)` is no (element|condition op)");
    private static final List<String> ELEMENTS =
            Stream.of(PolicyVocabulary.DOCUMENT, PolicyVocabulary.STATEMENT)
                    .flatMap(List::stream)
                    .toList();

    private PolicyFiles() {}

    /**
     * The policy in the file.
     *
     * @throws ConfigProblem naming each problem with its line and column
     */
    public static PolicySource read(Path file, PolicyKind kind) {
        String text = text(file);
        PolicyReading reading =
                kind == PolicyKind.IDENTITY || kind == PolicyKind.SESSION
                        ? PolicyReader.readInline(text)
                        : PolicyReader.read(text, kind);
        PolicyDocument document =
                switch (reading) {
                    case PolicyReading.Valid valid -> valid.document();
                    case PolicyReading.Invalid invalid -> throw malformed(file, invalid);
                };
        return new PolicySource(file.toString(), kind, document);
    }

    /** The policies in the files, in order. */
    public static List<PolicySource> read(List<Path> files, PolicyKind kind) {
        return files.stream().map(file -> read(file, kind)).toList();
    }

    private static String text(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
                throw new ConfigProblem(file + " is longer than any policy can be");
            }
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new ConfigProblem("there is no file " + file);
        } catch (CharacterCodingException notText) {
            throw new ConfigProblem(file + " is no UTF-8 text");
        } catch (IOException unreadable) {
            throw new ConfigProblem("cannot read " + file + ": " + unreadable.getMessage());
        }
    }

    private static ConfigProblem malformed(Path file, PolicyReading.Invalid invalid) {
        List<String> lines = new ArrayList<>();
        for (Problem problem : invalid.problems()) {
            lines.add(file + ":" + problem.position() + ": " + withHint(problem.message()));
        }
        boolean repeats =
                invalid.problems().stream().anyMatch(p -> p.message().equals(invalid.message()));
        if (!repeats) {
            lines.add("AWS would say: " + invalid.message());
        }
        return new ConfigProblem(String.join("\n", lines));
    }

    private static String withHint(String message) {
        Matcher quoted = QUOTED.matcher(message);
        if (!quoted.find()) {
            return message;
        }
        String name = quoted.group(1);
        List<String> known =
                quoted.group(2).startsWith("e") ? ELEMENTS : PolicyVocabulary.OPERATORS;
        String nearest = ConfigProblem.nearest(name, known);
        return nearest == null ? message : message + ": did you mean `" + nearest + "`?";
    }
}
