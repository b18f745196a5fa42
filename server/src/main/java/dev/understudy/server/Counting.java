package dev.understudy.server;

import dev.understudy.operation.Endpoint;
import dev.understudy.operation.WireRequest;
import dev.understudy.operation.WireResponse;

import java.util.concurrent.atomic.LongAdder;

/** Counts answers by what kind they are. */
final class Counting implements Endpoint {
    private static final int KINDS = 6;

    private final Endpoint endpoint;
    private final LongAdder[] answers = new LongAdder[KINDS];

    Counting(Endpoint endpoint) {
        this.endpoint = endpoint;
        for (int i = 0; i < KINDS; i++) {
            answers[i] = new LongAdder();
        }
    }

    @Override
    public WireResponse answer(WireRequest request) {
        WireResponse response = endpoint.answer(request);
        answers[Math.min(response.status() / 100, KINDS - 1)].increment();
        return response;
    }

    /** How many answers had a status of this hundred. */
    long count(int hundred) {
        return answers[hundred].sum();
    }
}
