package dev.understudy.iam.mfa;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws a text as a QR code. */
final class QrCode {
    private static final int PIXELS = 300;

    private QrCode() {}

    /**
     * The picture as PNG.
     *
     * @throws IllegalArgumentException if the text is too long for a QR code
     */
    static byte[] png(String text) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        // In memory: what ImageIO is left to itself with, it writes to a temporary file.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, PIXELS, PIXELS);
            ImageIO.write(draw(code), "png", out);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code", tooLong);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }

    private static BufferedImage draw(BitMatrix code) {
        BufferedImage image =
                new BufferedImage(
                        code.getWidth(), code.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                image.setRGB(x, y, code.get(x, y) ? 0x000000 : 0xffffff);
            }
        }
        return image;
    }
}
