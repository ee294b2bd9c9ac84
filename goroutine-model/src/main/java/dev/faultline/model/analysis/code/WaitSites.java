package dev.faultline.model.analysis.code;

import dev.faultline.model.known.KnownFrame.Meaning;
import dev.faultline.model.known.KnownFrames;
import dev.faultline.trace.event.Stacks;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;

/// Places in the code where goroutines wait, numbered. A site is the innermost frame outside Go's low-level packages and
/// the innermost one that Go and libraries do not own for certain, by function and line: two stacks that differ only above or below are one site.
public final class WaitSites {
    private final Stacks stacks;
    private final Code code;
    private int[] siteOfStack = {-1};
    private int stacksKnown = 1;
    private final Long2IntOpenHashMap ids = new Long2IntOpenHashMap();
    private final IntArrayList exemplars = new IntArrayList();

    /// Numbers the places of the stacks that the code has looked at.
    public WaitSites(Stacks stacks, Code code) {
        this.stacks = stacks;
        this.code = code;
        ids.defaultReturnValue(-1);
        ensure(code.stacksKnown());
    }

    /// Numbers the places that have come meanwhile.
    ///
    /// @param stackCount stacks have ids below; their frames are known to the code
    public void ensure(int stackCount) {
        if (stackCount > siteOfStack.length) {
            siteOfStack = Arrays.copyOf(siteOfStack, Math.max(stackCount, siteOfStack.length * 3 / 2));
        }
        for (; stacksKnown < stackCount; stacksKnown++) {
            long key = (long) code.placeOf(leaf(stacksKnown)) << 32
                    | code.placeOf(code.outerFrame(stacksKnown)) & 0xffffffffL;
            int site = ids.get(key);
            if (site < 0) {
                site = exemplars.size();
                ids.put(key, site);
                exemplars.add(stacksKnown);
            }
            siteOfStack[stacksKnown] = site;
        }
    }

    /// The innermost frame that is neither the runtime's nor of package sync; the outermost when all are.
    private int leaf(int stack) {
        int depth = stacks.depth(stack);
        for (int d = 0; d < depth; d++) {
            int frame = stacks.frameId(stack, d);
            String function = stacks.frame(frame).function();
            if (!code.isRuntime(frame) && !function.startsWith("sync.") && !function.startsWith("internal/")) {
                return frame;
            }
        }
        return depth == 0 ? -1 : stacks.frameId(stack, depth - 1);
    }

    /// Whether goroutines wait at a site for tests, not for each other's work.
    public boolean ofTests(int site) {
        int leaf = site < 0 ? -1 : leaf(stack(site));
        return leaf >= 0 && KnownFrames.all().means(stacks.frame(leaf).function(), Meaning.HARNESS);
    }

    public int count() {
        return exemplars.size();
    }

    /// The site of a stack, -1 for the empty stack.
    public int of(int stack) {
        return siteOfStack[stack];
    }

    /// A stack of the site, 0 for -1.
    public int stack(int site) {
        return site < 0 ? 0 : exemplars.getInt(site);
    }
}
