package dev.understudy.server.cli;

import dev.understudy.idp.Like;
import dev.understudy.idp.TestIdentityProvider;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Changes the keys. */
@CommandLine.Command(
        name = "rotate",
        description = {
            "Sign by new keys from now on.",
            "",
            "The old ones stay published, so that old tokens stay good, until --forget-old.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class IdpRotateCommand implements Callable<Integer> {
    @CommandLine.Option(
            names = "--forget-old",
            description = "make no keys, and publish none but those in use")
    private boolean forgetOld;

    @CommandLine.Mixin private IdpOptions options = new IdpOptions();

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        TestIdentityProvider provider = options.provider(Like.GITHUB.issuer());
        IdpOptions.orProblem(() -> {
            if (forgetOld) {
                provider.forgetOldKeys();
            } else {
                provider.rotate();
            }
            return provider;
        });
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(
                forgetOld
                        ? "only the keys in use are published; tokens signed by older ones are good"
                                + " no more"
                        : "new keys sign; the old ones stay published until"
                                + " `understudy idp rotate --forget-old`");
        out.println("whoever was given the keys must be given them again: understudy idp keys");
        out.flush();
        return 0;
    }
}
