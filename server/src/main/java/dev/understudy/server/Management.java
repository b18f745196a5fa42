package dev.understudy.server;

import dev.understudy.operation.Decisions;
import dev.understudy.operation.Endpoint;
import dev.understudy.operation.WireRequest;
import dev.understudy.operation.WireResponse;
import dev.understudy.server.operator.OperatorDoor;
import dev.understudy.signature.HttpHeader;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The management port: health, readiness, metrics. In development mode it also explains decisions
 * to whoever asks, and hears what uses service-linked roles. Its operator alone may change more, or
 * hear a secret: by messages sealed under the master key.
 */
final class Management implements Endpoint {
    private static final String DECISIONS = "/decisions/";
    private static final List<HttpHeader> PLAIN_TEXT =
            List.of(new HttpHeader("Content-Type", "text/plain; charset=utf-8"));

    private final Counting api;
    private final Decisions decisions;
    private final boolean dev;
    private final RoleUsageDoor usage;
    private final OperatorDoor operator;

    Management(
            Counting api,
            Decisions decisions,
            boolean dev,
            RoleUsageDoor usage,
            OperatorDoor operator) {
        this.api = api;
        this.decisions = decisions;
        this.dev = dev;
        this.usage = usage;
        this.operator = operator;
    }

    @Override
    public WireResponse answer(WireRequest request) {
        String path = request.rawPath();
        if (path.equals(OperatorDoor.PATH) && request.method().equals("POST")) {
            byte[] answer = operator.answer(request.body());
            return answer == null
                    ? text(404, "not found\n")
                    : new WireResponse(200, PLAIN_TEXT, answer);
        }
        if (dev && path.equals(RoleUsageDoor.PATH) && request.method().equals("PUT")) {
            String refusal = usage.refusal(request);
            return refusal == null ? text(200, "taken\n") : text(400, refusal + "\n");
        }
        if (!request.method().equals("GET")) {
            return text(405, "only GET\n");
        }
        return switch (path) {
            case "/health/live", "/health/ready" -> text(200, "UP\n");
            case "/metrics" -> text(200, metrics());
            default ->
                    dev && path.startsWith(DECISIONS)
                            ? explain(path.substring(DECISIONS.length()))
                            : text(404, "not found\n");
        };
    }

    private WireResponse explain(String id) {
        Decisions.Decided decision = decisions.find(id);
        return decision == null
                ? text(404, "no such decision\n")
                : text(200, decision.explain().toText());
    }

    private String metrics() {
        StringBuilder out = new StringBuilder("# TYPE understudy_answers_total counter\n");
        for (int hundred = 2; hundred < 6; hundred++) {
            out.append("understudy_answers_total{status=\"")
                    .append(hundred)
                    .append("xx\"} ")
                    .append(api.count(hundred))
                    .append('\n');
        }
        return out.toString();
    }

    private static WireResponse text(int status, String text) {
        return new WireResponse(status, PLAIN_TEXT, text.getBytes(StandardCharsets.UTF_8));
    }
}
