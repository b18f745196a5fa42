package dev.understudy.iam.simulation;

import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.Statement;

import software.amazon.awssdk.services.iam.model.Position;

import java.util.HashMap;
import java.util.Map;

/**
 * Where the statements of a document stand, as AWS's simulator says it. It counts lines and columns
 * from 1 and names the place behind a character. A statement ends behind its brace. One that stands
 * alone begins behind its brace; one in a list begins where the one before ended, the first behind
 * the bracket. All are found in one walk through the text.
 */
final class StatementPlaces {
    private final String text;
    private final Map<Integer, Place> places = new HashMap<>();
    private int walked;
    private int line = 1;
    private int lineStart;

    /** From behind one character to behind another. */
    record Place(Position start, Position end) {}

    private StatementPlaces(String text) {
        this.text = text;
    }

    /** The places by the offset of each statement's opening brace. */
    static Map<Integer, Place> of(PolicyDocument document) {
        StatementPlaces walk = new StatementPlaces(document.text());
        int previous = -1;
        for (Statement statement : document.statements()) {
            // No string before it holds this text: in a string its quotes would be escaped.
            int brace = walk.text.indexOf(statement.text(), previous + 1);
            int end = brace + statement.text().length() - 1;
            Position start = walk.behind(previous < 0 ? walk.opening(brace) : previous);
            walk.places.put(brace, new Place(start, walk.behind(end)));
            previous = end;
        }
        return walk.places;
    }

    private int opening(int brace) {
        int before = brace - 1;
        while (Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return text.charAt(before) == '[' ? before : brace;
    }

    /** The place behind the character at an offset; offsets never go back. */
    private Position behind(int offset) {
        for (; walked < offset; walked++) {
            if (text.charAt(walked) == '\n') {
                line++;
                lineStart = walked + 1;
            }
        }
        return Position.builder().line(line).column(offset - lineStart + 2).build();
    }
}
