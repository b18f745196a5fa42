package dev.understudy.server.cli;

import picocli.CommandLine;

/** The version that was built. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"understudy " + (version == null ? "0.1.0-SNAPSHOT" : version)};
    }
}
