package dev.understudy.catalog;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Where a document of AWS's stands.
 *
 * @param file number of its file
 * @param block where its block begins in the file
 * @param offset where it begins in the block, inflated
 * @param length of its text in bytes
 */
record PolicyPlace(int file, int block, int offset, int length) {
    private static final int RADIX = 36;

    /** The text that stands there. */
    String read() {
        String name = "aws-policy-documents/" + Integer.toString(file, RADIX) + ".bin";
        Inflater inflater = new Inflater(true);
        try (InputStream in = PolicyPlace.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing: the build made none");
            }
            in.skipNBytes(block);
            InflaterInputStream inflated = new InflaterInputStream(in, inflater);
            inflated.skipNBytes(offset);
            byte[] text = inflated.readNBytes(length);
            if (text.length < length) {
                throw new EOFException(name);
            }
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            inflater.end();
        }
    }
}
