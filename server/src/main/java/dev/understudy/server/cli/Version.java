package dev.understudy.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.util.Objects;

/** The version that was built. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"understudy " + (version == null ? "0.1.0-SNAPSHOT" : version)};
    }

    /** Prints it. */
    @CommandLine.Command(
            name = "version",
            description = "Print the version.",
            mixinStandardHelpOptions = true)
    static final class Command implements Runnable {
        @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public void run() {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            out.println(new Version().getVersion()[0]);
            out.flush();
        }
    }
}
