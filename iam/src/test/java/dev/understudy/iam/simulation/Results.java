package dev.understudy.iam.simulation;

import dev.understudy.iam.Answer;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A simulation's answer as a reader sees it: results, and in each its members by name. */
record Results(List<Member> members) {

    static Results of(Answer answer) {
        answer.ok();
        Element list =
                (Element)
                        Objects.requireNonNull(answer.document())
                                .getElementsByTagName("EvaluationResults")
                                .item(0);
        return new Results(Member.of(list));
    }

    Member only() {
        if (members.size() != 1) {
            throw new AssertionError(members.size() + " results");
        }
        return members.getFirst();
    }

    List<String> texts(String name) {
        return members.stream().map(member -> member.text(name)).toList();
    }

    /** A {@code member} element. */
    record Member(Element element) {
        static List<Member> of(Element list) {
            List<Member> members = new ArrayList<>();
            for (Node child : children(list)) {
                members.add(new Member((Element) child));
            }
            return members;
        }

        private static List<Node> children(Element parent) {
            List<Node> children = new ArrayList<>();
            NodeList nodes = parent.getChildNodes();
            for (int i = 0; i < nodes.getLength(); i++) {
                if (nodes.item(i) instanceof Element) {
                    children.add(nodes.item(i));
                }
            }
            return children;
        }

        boolean has(String name) {
            return children(element).stream().anyMatch(child -> child.getNodeName().equals(name));
        }

        private Element child(String name) {
            return (Element)
                    children(element).stream()
                            .filter(child -> child.getNodeName().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no " + name));
        }

        String text(String name) {
            return child(name).getTextContent().strip();
        }

        Member member(String name) {
            return new Member(child(name));
        }

        List<Member> list(String name) {
            return of(child(name));
        }

        List<String> texts(String name) {
            return list(name).stream().map(member -> member.element().getTextContent()).toList();
        }

        /** {@code PolicyInputList.1 IAM Policy 1:41-1:113} for each statement. */
        List<String> statements() {
            return list("MatchedStatements").stream()
                    .map(statement ->
                            statement.text("SourcePolicyId")
                                    + " "
                                    + statement.text("SourcePolicyType")
                                    + " "
                                    + place(statement.member("StartPosition"))
                                    + "-"
                                    + place(statement.member("EndPosition")))
                    .toList();
        }

        private static String place(Member position) {
            return position.text("Line") + ":" + position.text("Column");
        }

        /** {@code IAM Policy allowed} for each entry of EvalDecisionDetails. */
        List<String> details() {
            return list("EvalDecisionDetails").stream()
                    .map(entry -> entry.text("key") + " " + entry.text("value"))
                    .toList();
        }
    }
}
