package dev.understudy.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.SampleFiles;
import dev.understudy.iam.World;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whoever pages through a list while things come and go misses nothing that stayed, and sees
 * nothing twice; and the pages have the order of the list. For every list of {@code
 * spec/iam/paging.txt}, which are all of IAM.
 */
class PagingLawTest {
    private static final int MANY = 60;
    private static final int FIRST = 7;

    /**
     * Pages of what does not change between two pages: the results of one simulation, the report of
     * a job that is done, and the alias, of which an account has one.
     */
    private static final Set<String> UNCHANGING =
            Set.of(
                    "GetOrganizationsAccessReport",
                    "GetServiceLastAccessedDetails",
                    "GetServiceLastAccessedDetailsWithEntities",
                    "ListAccountAliases",
                    "SimulateCustomPolicy",
                    "SimulatePrincipalPolicy");

    private static List<String> lists() throws IOException {
        return Files.readAllLines(SampleFiles.root().resolve("iam").resolve("paging.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @Test
    void everyPagedOperationIsHeldToTheLaw() throws IOException {
        Set<String> held = new HashSet<>(UNCHANGING);
        lists().forEach(line -> held.add(line.split(" ")[0]));
        List<String> paged =
                LedgerTest.registry().entries(Service.IAM).stream()
                        .filter(entry -> hasMember(entry, "Marker") && hasMember(entry, "MaxItems"))
                        .map(Registry.Entry::name)
                        .toList();
        assertThat(held).containsExactlyInAnyOrderElementsOf(paged);
    }

    private static boolean hasMember(Registry.Entry entry, String member) {
        return entry.shape().newBuilder().sdkFields().stream()
                .anyMatch(field -> field.locationName().equals(member));
    }

    @TestFactory
    Stream<DynamicTest> nothingThatStayedIsMissedOrRepeated() throws IOException {
        return lists().stream()
                .flatMap(line ->
                        sizes(line)
                                .mapToObj(size ->
                                        DynamicTest.dynamicTest(
                                                line.split(" ")[0] + " by " + size,
                                                () -> walk(line, size))));
    }

    /** Pages of two only where there are more: on a single page nothing can change meanwhile. */
    private static IntStream sizes(String line) {
        return PagedList.mostAtATime(line) > 2 ? IntStream.of(1, 2) : IntStream.of(1);
    }

    private static void walk(String line, int size) {
        try (World world = new World()) {
            new Walk(new PagedList(line, world), size).check();
        }
    }

    /** One walk through a list that changes after each page. */
    private static final class Walk {
        private final PagedList list;
        private final int size;

        /** Names by ids, of those that may go. */
        private final Map<String, String> passing = new LinkedHashMap<>();

        private final Set<String> staying = new HashSet<>();
        private final Set<String> everThere = new HashSet<>();
        private final List<String> seen = new ArrayList<>();
        private int there;
        private int added;
        private int changes;

        Walk(PagedList list, int size) {
            this.list = list;
            this.size = size;
            staying.addAll(list.page(1_000, null).items());
            everThere.addAll(staying);
            there = staying.size();
            for (int i = 0; i < FIRST && isRoom(); i++) {
                String name = name(10 * i + 10);
                String id = add(name);
                if (i % 2 == 0) {
                    passing.put(id, name);
                } else {
                    staying.add(id);
                }
            }
        }

        /** In turn with a capital, which must not matter for the order. */
        private static String name(int number) {
            return (number % 20 == 0 ? "Item-" : "item-") + (10_000 + number);
        }

        private boolean isRoom() {
            return there < list.mostAtATime() && added < list.mostInAll();
        }

        private String add(String name) {
            String id = list.add(name);
            everThere.add(id);
            there++;
            added++;
            return id;
        }

        void check() {
            String marker = null;
            for (int page = 0; page < MANY; page++) {
                marker = turn(page, marker);
                if (marker == null) {
                    break;
                }
                removeOne();
                addOne(page);
            }
            assertThat(marker).as("more after many pages").isNull();
            assertThat(changes).as("what changed meanwhile").isPositive();
            assertThat(seen).doesNotHaveDuplicates().containsAll(staying);
            assertThat(everThere).containsAll(seen);
            List<String> now = list.page(1_000, null).items();
            assertThat(seen.stream().filter(now::contains))
                    .as("the order of the pages is that of the list")
                    .containsExactlyElementsOf(now.stream().filter(seen::contains).toList());
        }

        private @Nullable String turn(int number, @Nullable String marker) {
            PagedList.Page page = list.page(size, marker);
            assertThat(page.items()).as("page " + number).hasSizeLessThanOrEqualTo(size);
            seen.addAll(page.items());
            return page.marker();
        }

        /** The last one of the page if it may go, since the marker may hold to it; else any. */
        private void removeOne() {
            if (passing.isEmpty() || !list.canRemove()) {
                return;
            }
            String last = seen.isEmpty() ? "" : seen.getLast();
            String id = passing.containsKey(last) ? last : passing.keySet().iterator().next();
            list.remove(passing.get(id), id);
            passing.remove(id);
            there--;
            changes++;
        }

        /** Before everything and behind it, and between, in turn. */
        private void addOne(int page) {
            if (page < FIRST && isRoom()) {
                add(name(page % 2 == 0 ? 75 - page : 10 * page - 5));
                changes++;
            }
        }
    }
}
