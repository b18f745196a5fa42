package dev.understudy.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.SampleFiles;
import dev.understudy.iam.errors.NoSuchEntity;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every error once: {@code spec/iam/errors.golden} is the table of all codes with the texts that
 * the factories make, to be read against what AWS sends; and every error that AWS's service models
 * declare is known with its status.
 */
class ErrorTableTest {
    private static final Path SPEC = SampleFiles.root().resolve("iam");
    private static final Path GOLDEN = SPEC.resolve("errors.golden");
    private static final String ABOUT =
            """
            # code | HTTP status | type | text, what the caller or the account gives in braces | who makes it
            # A code without a text is used with texts that tell of one request, or not yet.
            """;

    /** The operations that AWS added after the models that the list of errors is from. */
    private static final Set<String> NEWEST =
            Set.of(
                    "AcquireRole",
                    "GetAccountProperties",
                    "GetRoleTemplateVersion",
                    "PutAccountProperties");

    @Test
    void theTableIsTrue() throws IOException, URISyntaxException, ReflectiveOperationException {
        Set<String> lines = new TreeSet<>();
        Set<ErrorCode> made = new HashSet<>();
        for (Class<?> factory : factories()) {
            for (Method method : factory.getDeclaredMethods()) {
                if (isFactory(method)) {
                    AwsError error = make(method);
                    made.add(error.code());
                    lines.add(line(error.code(), error.text(), name(method)));
                }
            }
        }
        for (ErrorCode code : ErrorCode.values()) {
            if (!made.contains(code)) {
                lines.add(line(code, "-", "-"));
            }
        }
        String table = ABOUT + String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("understudy.update")) {
            Files.writeString(GOLDEN, table);
        }
        assertThat(table).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void noCodeIsThereTwice() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::wire)).doesNotHaveDuplicates();
    }

    @Test
    void everyErrorOfTheModelsIsKnown() throws IOException {
        Map<String, Integer> known = new HashMap<>();
        for (ErrorCode code : ErrorCode.values()) {
            known.put(code.wire(), code.status());
        }
        List<String> wrong = new ArrayList<>();
        Set<String> listed = new TreeSet<>();
        for (String line : Files.readAllLines(SPEC.resolve("modelled-errors.tsv"))) {
            String[] columns = line.split("\t", -1);
            // A store that takes no writes for now is no fault to be given up at: 503, not 500.
            boolean ours = columns[0].equals("ServiceFailure") && known.get(columns[0]) == 503;
            if (columns.length == 2 && !ours && !columns[1].equals("" + known.get(columns[0]))) {
                wrong.add(line + ", and here " + known.get(columns[0]));
            } else if (columns.length == 3) {
                listed.add(columns[0] + " " + columns[1]);
                Stream.of(columns[2].split(" "))
                        .filter(code -> !code.isEmpty() && !known.containsKey(code))
                        .forEach(code -> wrong.add(columns[1] + " has " + code));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(listed).isEqualTo(operations());
    }

    /** The names of AWS's operations in the form of the list. */
    private static Set<String> operations() {
        Registry registry = new Registry(Map.of());
        Set<String> names = new TreeSet<>();
        for (Service service : List.of(Service.IAM, Service.STS)) {
            registry.entries(service).stream()
                    .map(Registry.Entry::name)
                    .filter(name -> !NEWEST.contains(name))
                    .forEach(name -> names.add(service.scope() + " " + name));
        }
        return names;
    }

    private static List<Class<?>> factories()
            throws IOException, URISyntaxException, ClassNotFoundException {
        Path classes =
                Path.of(
                        NoSuchEntity.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        List<Class<?>> factories = new ArrayList<>();
        try (Stream<Path> files = Files.list(classes.resolve("dev/understudy/iam/errors"))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                if (!name.equals("package-info")) {
                    factories.add(Class.forName("dev.understudy.iam.errors." + name));
                }
            }
        }
        factories.add(Class.forName("dev.understudy.organizations.OrganizationsErrors"));
        factories.add(Class.forName("dev.understudy.ec2.Ec2Errors"));
        return factories;
    }

    private static boolean isFactory(Method method) {
        return Modifier.isStatic(method.getModifiers())
                && !Modifier.isPrivate(method.getModifiers())
                && method.getReturnType() == AwsError.class;
    }

    private static AwsError make(Method method) throws ReflectiveOperationException {
        method.setAccessible(true);
        Object[] arguments =
                Arrays.stream(method.getParameters()).map(ErrorTableTest::argument).toArray();
        return (AwsError) method.invoke(null, arguments);
    }

    private static Object argument(Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type == int.class) {
            return 0;
        }
        if (type == boolean.class) {
            return true;
        }
        return type == ErrorCode.class
                ? ErrorCode.ACCOUNT_NOT_FOUND
                : "{" + parameter.getName() + "}";
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static String line(ErrorCode code, String text, String maker) {
        return String.join(
                " | ",
                code.wire(),
                String.valueOf(code.status()),
                code.fault().wire(),
                text,
                maker);
    }
}
