package dev.understudy.catalog;

import dev.understudy.policy.PolicyDocument;

import org.jspecify.annotations.Nullable;

import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;

/** A policy that AWS keeps for all accounts. Nobody in an account can change it. */
public final class AwsManagedPolicy {
    private static final String PREFIX = "arn:aws:iam::aws:policy";
    private static final String ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int ID_LENGTH = 17;

    private final PolicyIndex index;
    private final String arn;
    private final String name;
    private final String path;
    private final Instant createDate;
    private final Instant updateDate;
    private final String defaultVersion;

    /** Where the index tells its versions. */
    private final int position;

    private volatile @Nullable List<AwsPolicyVersion> versions;
    private volatile @Nullable SoftReference<PolicyDocument> document;

    AwsManagedPolicy(
            PolicyIndex index,
            String name,
            String path,
            Instant createDate,
            Instant updateDate,
            String defaultVersion,
            int position) {
        this.index = index;
        this.arn = PREFIX + path + name;
        this.name = name;
        this.path = path;
        this.createDate = createDate;
        this.updateDate = updateDate;
        this.defaultVersion = defaultVersion;
        this.position = position;
    }

    /** With {@code aws} in the place of the account. */
    public String arn() {
        return arn;
    }

    /** {@code ANPA…}, stable; AWS does not publish its own ids, so this one is made of the ARN. */
    public String id() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(arn.getBytes(StandardCharsets.UTF_8));
            StringBuilder id = new StringBuilder("ANPA");
            for (int i = 0; i < ID_LENGTH; i++) {
                id.append(ID_ALPHABET.charAt(hash[i] & 31));
            }
            return id.toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Unique among AWS's policies, ignoring case. */
    public String name() {
        return name;
    }

    /** Begins and ends with a slash. */
    public String path() {
        return path;
    }

    /** When AWS created it; second precision. */
    public Instant createDate() {
        return createDate;
    }

    /** When AWS last gave it a new default version; second precision. */
    public Instant updateDate() {
        return updateDate;
    }

    /** The versions that are known, newest first; never empty. Of some policies old ones lack. */
    public List<AwsPolicyVersion> versions() {
        List<AwsPolicyVersion> known = versions;
        if (known == null) {
            known = index.versions(position);
            versions = known;
        }
        return known;
    }

    /** The version of this id; null if it is not known. */
    public @Nullable AwsPolicyVersion version(String versionId) {
        for (AwsPolicyVersion version : versions()) {
            if (version.versionId().equals(versionId)) {
                return version;
            }
        }
        return null;
    }

    /** The id of the version in force, which is the newest. */
    public String defaultVersion() {
        return defaultVersion;
    }

    /**
     * The default version's document, compiled. The same object for all for as long as anyone holds
     * it; kept for as long as there is memory for it.
     */
    public PolicyDocument document() {
        PolicyDocument known = held();
        return known == null ? compiled() : known;
    }

    private @Nullable PolicyDocument held() {
        SoftReference<PolicyDocument> held = document;
        return held == null ? null : held.get();
    }

    private synchronized PolicyDocument compiled() {
        PolicyDocument known = held();
        if (known == null) {
            known = PolicyDocument.parse(versions().getFirst().text());
            document = new SoftReference<>(known);
        }
        return known;
    }
}
