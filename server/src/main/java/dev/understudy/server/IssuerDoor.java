package dev.understudy.server;

import dev.understudy.iam.outboundfederation.IssuerDocuments;
import dev.understudy.operation.Endpoint;
import dev.understudy.operation.WireRequest;
import dev.understudy.operation.WireResponse;
import dev.understudy.signature.HttpHeader;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Tells everybody the documents of issuers, unsigned, as relying parties ask for them; all other
 * requests are the API's.
 */
final class IssuerDoor implements Endpoint {
    /**
     * Relying parties may remember a document for five minutes. A token by a key that they do not
     * know makes them ask again.
     */
    private static final List<HttpHeader> JSON =
            List.of(
                    new HttpHeader("Content-Type", "application/json"),
                    new HttpHeader("Cache-Control", "public, max-age=300"));

    private final Endpoint api;
    private final IssuerDocuments documents;
    private final InstantSource clock;

    IssuerDoor(Endpoint api, IssuerDocuments documents, InstantSource clock) {
        this.api = api;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public WireResponse answer(WireRequest request) {
        String document = document(request);
        return document == null
                ? api.answer(request)
                : new WireResponse(200, JSON, document.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable String document(WireRequest request) {
        return request.method().equals("GET") && request.rawPath().contains("/.well-known/")
                ? documents.find(
                        request.header("Host"),
                        request.rawPath(),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS))
                : null;
    }
}
