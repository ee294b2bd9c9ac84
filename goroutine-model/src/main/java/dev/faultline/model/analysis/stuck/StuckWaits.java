package dev.faultline.model.analysis.stuck;

import dev.faultline.model.analysis.wait.OpenWait;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/// Open waits that nothing can end any more. A goroutine counts as alive when it runs, can run, sleeps or waits for the
/// outside; and when it waits for others of which one is alive. What remains is stuck. A trace does not show who can reach
/// a channel or a lock; [Wakers] names those who could, from kinship and from who woke whom.
public final class StuckWaits {
    /// How sure it is that the wait never ends.
    public enum Grade {
        CERTAIN, LIKELY, POSSIBLE
    }

    /// What speaks for it.
    public enum Ground {
        /// Nil channel, select without cases.
        NEVER,
        /// The call that created it is over, and all who ever woke it are gone or stuck themselves.
        ABANDONED,
        /// Such waits are only ever ended by the call that started the waiter, and that one has returned.
        CALL_RETURNED,
        /// Only relatives ever end such waits, and none of its own is left.
        KIN_GONE,
        /// All goroutines that it created and waits for are gone or stuck.
        CHILDREN_GONE,
        /// Almost all at the same site whose story the trace shows are stuck.
        LIKE_OTHERS,
        /// It has waited since before the trace and nobody touched its site.
        UNTOUCHED,
        /// A library started it, before the trace, for a goroutine that may still need it.
        HOLDER_UNKNOWN,
        /// Nobody was seen to release the lock, but one who may hold it lives.
        HOLDER_ALIVE,
        /// No goroutine started it, but a timer, and nobody touched its site.
        STARTED_BY_TIMER,
        /// Younger peers came and went while it waited, far longer than any of those lived.
        OVERTAKEN,
        /// All who serve such waits have been idle since it began, and served others that came later.
        PASSED_OVER,
        /// Every goroutine of its creation site waits there, none was ever served, and their number keeps growing.
        NEVER_SERVED,
        /// All who are inside the function that alone takes and releases such locks wait for a lock.
        LOCKED_INSIDE,
        /// Its timer woke it at regular intervals, and has not done so for many times as long.
        TIMER_STOPPED,
        /// It was woken at regular intervals, and no more, while its twins still are.
        SERVICE_STOPPED,
        /// A sequence that nobody advances or stops any more.
        NOT_STOPPED,
        /// Those who served it have long served only later batches of its peers.
        LEFT_BEHIND
    }

    /// @param open the wait
    /// @param grade how sure
    /// @param ground why
    /// @param served how often it was woken at this site before
    /// @param peers how many ended waits of others show what is usual at this site; 0 where the ground needs none
    public record Stuck(OpenWait open, Grade grade, Ground ground, int served, int peers) {
        Stuck(OpenWait open, Grade grade, Ground ground, int served) {
            this(open, grade, ground, served, 0);
        }

        Stuck possible() {
            return new Stuck(open, Grade.POSSIBLE, ground, served, peers);
        }
    }

    private final List<Stuck> all;
    private final BitSet members = new BitSet();
    private final Int2ObjectOpenHashMap<IntList> chains;

    /// @param chains by goroutine, others among them that it waits for
    StuckWaits(List<Stuck> stuck, Int2ObjectOpenHashMap<IntList> chains) {
        all = Collections.unmodifiableList(stuck);
        this.chains = chains;
        all.forEach(s -> members.set(s.open().goroutine()));
    }

    /// Whether a goroutine is among them.
    public boolean contains(int goroutine) {
        return members.get(goroutine);
    }

    /// Others among them that a goroutine waits for: it would go on if they did. Empty where nothing shows such.
    public IntList waitsFor(int goroutine) {
        return chains.getOrDefault(goroutine, IntLists.EMPTY_LIST);
    }

    /// All of them.
    public List<Stuck> all() {
        return all;
    }
}
