package dev.faultline.trace.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DenseIdsTest {
    @Test
    void indicesFollowTheFirstAppearance() {
        DenseIds ids = new DenseIds();
        long[] all = {1, 0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 70_000, 65_535, 65_536, 1L << 40, 70_001};
        for (int i = 0; i < all.length; i++) {
            assertEquals(-1, ids.find(all[i]));
            assertEquals(i, ids.add(all[i]));
        }
        for (int i = 0; i < all.length; i++) {
            assertEquals(i, ids.find(all[i]));
            assertEquals(i, ids.add(all[i]));
        }
        assertEquals(all.length, ids.size());
    }

    /// The array for small ids grows in steps that depend on the ids, and may end up longer than ids are small.
    @Test
    void idsAroundTheEndOfTheSmallOnes() {
        for (int first = 1; first < 65_536; first += 977) {
            DenseIds ids = new DenseIds();
            ids.add(first);
            for (int id = 65_000; id < 66_500; id++) {
                int index = ids.add(id);
                assertEquals(index, ids.find(id), "id " + id + " after " + first);
                assertEquals(index, ids.add(id), "id " + id + " after " + first);
            }
        }
    }

    @Test
    void agreesWithAMap() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            DenseIds ids = new DenseIds();
            Map<Long, Integer> map = new HashMap<>();
            long base = random.nextLong() >>> random.nextInt(1, 60);
            for (int i = 0; i < 20_000; i++) {
                long id = switch (random.nextInt(4)) {
                    case 0 -> random.nextInt(100);
                    case 1 -> random.nextLong();
                    case 2 -> base - random.nextInt(10_000);
                    default -> base + i;
                };
                assertEquals(map.getOrDefault(id, -1), ids.find(id));
                map.putIfAbsent(id, map.size());
                assertEquals(map.get(id), ids.add(id));
            }
            assertEquals(map.size(), ids.size());
        }
    }
}
