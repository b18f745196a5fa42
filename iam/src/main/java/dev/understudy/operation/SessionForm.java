package dev.understudy.operation;

import dev.understudy.operation.SessionTokens.Opened;
import dev.understudy.policy.AccountId;
import dev.understudy.signature.SecretAccessKey;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The bytes inside a session token: a version, the secret, and the session's members in their
 * order.
 */
final class SessionForm {
    private static final int VERSION = 2;

    /** The same without keys: tokens of before live for 36 hours at most. */
    private static final int WITHOUT_KEYS = 1;

    private SessionForm() {}

    static byte[] write(Session session, byte[] secret) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(secret.length);
            out.write(secret);
            out.writeByte(session.kind().ordinal());
            text(out, session.account().digits());
            text(out, session.principalId());
            text(out, session.name());
            out.writeLong(session.issuedAt().getEpochSecond());
            out.writeLong(session.expiresAt().getEpochSecond());
            text(out, session.policy());
            texts(out, session.policyArns());
            texts(out, List.copyOf(session.tags().keySet()));
            for (String value : session.tags().values()) {
                text(out, value);
            }
            texts(out, List.copyOf(session.transitiveTagKeys()));
            text(out, session.sourceIdentity());
            out.writeLong(session.mfaAt() == null ? 0 : session.mfaAt().getEpochSecond());
            text(out, session.federatedProvider());
            texts(out, List.copyOf(session.keys().keySet()));
            for (List<String> values : session.keys().values()) {
                texts(out, values);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Opened read(byte[] form) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(form))) {
            int version = in.readByte();
            if (version != VERSION && version != WITHOUT_KEYS) {
                throw new IllegalArgumentException("a session token of another version");
            }
            byte[] secret = in.readNBytes(in.readUnsignedByte());
            SecretAccessKey key = SecretAccessKey.of(secret);
            Arrays.fill(secret, (byte) 0);
            return new Opened(session(in, version), key);
        } catch (IOException cut) {
            throw new IllegalArgumentException("a session token that ends early", cut);
        } finally {
            Arrays.fill(form, (byte) 0);
        }
    }

    private static Session session(DataInputStream in, int version) throws IOException {
        Session.Kind kind = Session.Kind.values()[in.readByte()];
        AccountId account = AccountId.of(required(in));
        String principalId = required(in);
        String name = required(in);
        Instant issuedAt = Instant.ofEpochSecond(in.readLong());
        Instant expiresAt = Instant.ofEpochSecond(in.readLong());
        String policy = text(in);
        List<String> policyArns = texts(in);
        Map<String, String> tags = new LinkedHashMap<>();
        for (String key : texts(in)) {
            tags.put(key, required(in));
        }
        List<String> transitive = texts(in);
        String sourceIdentity = text(in);
        long mfaAt = in.readLong();
        return new Session(
                kind,
                account,
                principalId,
                name,
                issuedAt,
                expiresAt,
                policy,
                policyArns,
                tags,
                new LinkedHashSet<>(transitive),
                sourceIdentity,
                mfaAt == 0 ? null : Instant.ofEpochSecond(mfaAt),
                text(in),
                version == WITHOUT_KEYS ? Map.of() : keys(in));
    }

    private static Map<String, List<String>> keys(DataInputStream in) throws IOException {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (String key : texts(in)) {
            keys.put(key, texts(in));
        }
        return keys;
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String required(DataInputStream in) throws IOException {
        String text = text(in);
        if (text == null) {
            throw new IllegalArgumentException("a session token without a required member");
        }
        return text;
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(required(in));
        }
        return texts;
    }
}
