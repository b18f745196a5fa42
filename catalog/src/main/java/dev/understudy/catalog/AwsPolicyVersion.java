package dev.understudy.catalog;

import org.jspecify.annotations.Nullable;

import java.lang.ref.SoftReference;
import java.time.Instant;

/** A version of one of AWS's managed policies. */
public final class AwsPolicyVersion {
    private final String versionId;
    private final Instant createDate;
    private final PolicyPlace place;
    private volatile @Nullable SoftReference<String> text;

    AwsPolicyVersion(String versionId, Instant createDate, PolicyPlace place) {
        this.versionId = versionId;
        this.createDate = createDate;
        this.place = place;
    }

    /** {@code v1} and so on. */
    public String versionId() {
        return versionId;
    }

    /**
     * When AWS made it; second precision. The package does not know it of every old version: such a
     * one has the date of the version before it, the earliest that it can have.
     */
    public Instant createDate() {
        return createDate;
    }

    /** The document's text, without white space; kept for as long as there is memory for it. */
    public String text() {
        SoftReference<String> held = text;
        String known = held == null ? null : held.get();
        if (known == null) {
            known = place.read();
            text = new SoftReference<>(known);
        }
        return known;
    }
}
