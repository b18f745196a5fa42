package dev.understudy.server.demo;

import dev.understudy.server.ApiClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a credentials file, in the form of the AWS CLI. */
final class Keys {
    private Keys() {}

    static ApiClient.Credentials read(Path file) throws IOException {
        String id = "";
        String secret = "";
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            String value = equals < 0 ? "" : line.substring(equals + 1).strip();
            if (line.startsWith("aws_access_key_id")) {
                id = value;
            } else if (line.startsWith("aws_secret_access_key")) {
                secret = value;
            }
        }
        return new ApiClient.Credentials(id, secret, null);
    }
}
