package dev.understudy.iam;

import static dev.understudy.iam.World.TRUSTING;

import dev.understudy.operation.Mode;

import org.junit.jupiter.api.Test;

/**
 * In soft mode policies do not refuse; signatures still do, and what is not there stays not there.
 */
class SoftModeTest {
    @Test
    void policiesDoNotRefuse() {
        try (World world = new World(Mode.SOFT)) {
            Client alice = world.user(TRUSTING, "alice");
            alice.call("CreateUser", "UserName", "bob").ok();
            alice.call("ListUsers").ok();
            alice.call("GetUser", "UserName", "none").refused("NoSuchEntity");
            alice.call(
                            "AssumeRole",
                            "RoleArn",
                            "arn:aws:iam::111122223333:role/none",
                            "RoleSessionName",
                            "ss")
                    .refused("AccessDenied");
            world.client(alice.accessKeyId(), "wrong", null)
                    .call("ListUsers")
                    .refused("SignatureDoesNotMatch");
            world.unsigned("ListUsers").refused("MissingAuthenticationToken");
            world.client("AKIARTX3GSDSQAAAAAAA", "wrong", null)
                    .call("ListUsers")
                    .refused("InvalidClientTokenId");
        }
    }
}
