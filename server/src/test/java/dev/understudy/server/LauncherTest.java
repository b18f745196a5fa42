package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The launcher, in a checkout that looks built, with a java that tells what it was given. */
class LauncherTest {
    @TempDir private Path folder;
    private Path checkout;

    @BeforeEach
    void layOut() throws IOException {
        checkout = folder.resolve("a check out");
        Path app = Files.createDirectories(checkout.resolve("server/target/app"));
        Files.createDirectories(checkout.resolve("server/src/main"));
        Files.writeString(checkout.resolve("pom.xml"), "");
        Files.writeString(checkout.resolve("server/pom.xml"), "");
        Files.writeString(checkout.resolve("server/target/understudy-server-1.jar"), "");
        Files.writeString(app.resolve("library.jar"), "");
        Files.copy(
                Path.of(System.getProperty("understudy.root"), "understudy"),
                checkout.resolve("understudy"));
        Files.setPosixFilePermissions(
                checkout.resolve("understudy"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(app.resolve("built"), "");
    }

    private Path java(int major) throws IOException {
        Path java =
                Files.writeString(
                        folder.resolve("java" + major),
                        "#!/bin/sh\n"
                                + "[ \"$1\" = -version ] && { echo 'openjdk version \""
                                + major
                                + ".0.1\"' >&2; exit; }\n"
                                + "echo \"java "
                                + major
                                + "\"; for a; do echo \"<$a>\"; done; exit 7\n");
        return Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Ended(int code, List<String> lines) {}

    private Ended run(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("UNDERSTUDY_NO_CACHE", "1");
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), text.lines().toList());
    }

    @Test
    void runsThroughALinkFromAnywhereAndPassesArgumentsOn() throws Exception {
        Path link =
                Files.createSymbolicLink(
                        folder.resolve("link"), Path.of("a check out", "understudy"));
        Ended ended =
                run(
                        link,
                        Map.of("UNDERSTUDY_JAVA", java(25).toString()),
                        "serve",
                        "--data",
                        "two words",
                        "");
        assertThat(ended.lines().getFirst()).isEqualTo("java 25");
        assertThat(ended.lines())
                .endsWith(
                        "<dev.understudy.server.cli.Main>",
                        "<serve>",
                        "<--data>",
                        "<two words>",
                        "<>")
                .anyMatch(line -> line.contains("a check out/server/target/app/library.jar"));
        assertThat(ended.code()).as("the program's own code").isEqualTo(7);
    }

    @Test
    void passesByAJavaThatIsTooOld() throws Exception {
        Ended ended =
                run(
                        checkout.resolve("understudy"),
                        Map.of(
                                "UNDERSTUDY_JAVA",
                                java(17).toString(),
                                "JAVA_HOME",
                                javaHome().toString()));
        assertThat(ended.lines().getFirst()).isEqualTo("java 26");
    }

    @Test
    void knowsAJavaThatSaysMoreThanItsVersion() throws Exception {
        Path java =
                Files.writeString(
                        folder.resolve("talking"),
                        "#!/bin/sh\n"
                                + "[ \"$1\" = -version ] || { echo java talking; exit; }\n"
                                + "echo 'Picked up JAVA_TOOL_OPTIONS: -Dx=\"17\"' >&2\n"
                                + "echo 'openjdk version \"25\" 2025-09-16 LTS' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Ended ended =
                run(
                        checkout.resolve("understudy"),
                        Map.of("UNDERSTUDY_JAVA", java.toString()),
                        "version");
        assertThat(ended.lines()).containsExactly("java talking");
    }

    @Test
    void saysInOneLineWhatIsMissingToBuild() throws Exception {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("bash", "dirname", "readlink", "head", "find", "ls")) {
            Path usual = Path.of("/bin", tool);
            Path found = Files.exists(usual) ? usual : Path.of("/usr/bin", tool);
            Files.createSymbolicLink(tools.resolve(tool), found);
        }
        Files.delete(checkout.resolve("server/target/app/built"));
        Map<String, String> environment =
                Map.of("UNDERSTUDY_JAVA", java(25).toString(), "PATH", tools.toString());
        Ended maven = run(checkout.resolve("understudy"), environment, "serve");
        assertThat(maven.lines())
                .singleElement()
                .asString()
                .startsWith("understudy: Maven is needed to build");
        assertThat(maven.code()).isEqualTo(2);
        Path mvn = Files.writeString(tools.resolve("mvn"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
        Ended npm = run(checkout.resolve("understudy"), environment, "serve");
        assertThat(npm.lines())
                .singleElement()
                .asString()
                .startsWith("understudy: npm is needed to build");
        assertThat(npm.code()).isEqualTo(2);
    }

    private Path javaHome() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home/bin"));
        Files.move(java(26), home.resolve("java"));
        return home.getParent();
    }
}
