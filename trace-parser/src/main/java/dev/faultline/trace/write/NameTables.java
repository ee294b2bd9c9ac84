package dev.faultline.trace.write;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.Limits;
import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.TableRecords;
import dev.faultline.trace.write.Disguise.Role;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The texts and stacks of a generation, of which those are written that its events refer to.
final class NameTables {
    // what texts are used for; the smallest number decides
    private static final int RUNTIME = 0;
    private static final int FUNCTION = 1;
    private static final int FILE = 2;
    private static final int PROGRAM = 3;
    private static final Role[] ROLES = Role.values();

    private final TableRecords records;
    private final @Nullable Disguise disguise;
    private final LongOpenHashSet stacks = new LongOpenHashSet();
    private final Long2IntOpenHashMap uses = new Long2IntOpenHashMap();
    /// The first function that a file was seen with.
    private final Long2LongOpenHashMap functionIn = new Long2LongOpenHashMap();

    /// @param disguise null to keep names
    NameTables(TableRecords records, @Nullable Disguise disguise) {
        this.records = records;
        this.disguise = disguise;
        uses.defaultReturnValue(Integer.MAX_VALUE);
    }

    /// Shows all frames to the one who finds other names.
    void teach() {
        for (long[] frames : records.stacks().values()) {
            for (int i = 0; disguise != null && i < frames.length; i += TableRecords.FRAME_VALUES) {
                disguise.learn(text(frames[i + 1]), text(frames[i + 2]), frames[i + 3]);
            }
        }
    }

    /// Notes what an event refers to. An id that is in no table becomes 0.
    ///
    /// @param args of the event; changed
    void refer(int type, long[] args, int count) {
        for (int i = 0; i < count; i++) {
            if (ArgKinds.stack(type, i)) {
                args[i] = stack(args[i]);
            } else if (ArgKinds.string(type, i)) {
                args[i] = string(args[i], use(type, i));
            }
        }
    }

    private static int use(int type, int arg) {
        return switch (EventType.ofId(type)) {
            case USER_TASK_BEGIN -> PROGRAM + Role.TASK.ordinal();
            case USER_REGION_BEGIN, USER_REGION_END -> PROGRAM + Role.REGION.ordinal();
            case USER_LOG -> PROGRAM + (arg == 1 ? Role.LOG_CATEGORY : Role.LOG_MESSAGE).ordinal();
            case null, default -> RUNTIME;
        };
    }

    /// A stack that is referred to; 0 when there is none of this id.
    long stack(long id) {
        if (id == 0 || !records.stacks().containsKey(id)) {
            return 0;
        }
        stacks.add(id);
        return id;
    }

    private long string(long id, int use) {
        if (id == 0 || !records.strings().containsKey(id)) {
            return 0;
        }
        uses.put(id, Math.min(use, uses.get(id)));
        return id;
    }

    /// Writes what was referred to.
    ///
    /// @param time of the batches, in clock units
    void writeTo(TraceOutput out, long generation, long time) throws IOException {
        WireBuffer payload = begun(EventType.STACKS);
        WireBuffer record = new WireBuffer();
        for (var entry : records.stacks().long2ObjectEntrySet()) {
            if (stacks.contains(entry.getLongKey())) {
                stack(record, entry.getLongKey(), entry.getValue());
                payload = add(out, generation, time, payload, record, EventType.STACKS);
            }
        }
        flush(out, generation, time, payload);
        payload = begun(EventType.STRINGS);
        for (var entry : records.strings().long2ObjectEntrySet()) {
            int use = uses.get(entry.getLongKey());
            if (use != Integer.MAX_VALUE) {
                byte[] text = shown(entry.getLongKey(), entry.getValue(), use);
                record.u8(EventType.STRING.id()).varint(entry.getLongKey()).varint(text.length).bytes(text);
                payload = add(out, generation, time, payload, record, EventType.STRINGS);
            }
        }
        flush(out, generation, time, payload);
    }

    private void stack(WireBuffer record, long id, long[] frames) {
        record.u8(EventType.STACK.id()).varint(id).varint(frames.length / TableRecords.FRAME_VALUES);
        for (int i = 0; i < frames.length; i += TableRecords.FRAME_VALUES) {
            long function = string(frames[i + 1], FUNCTION);
            long file = string(frames[i + 2], FILE);
            functionIn.putIfAbsent(file, function);
            if (disguise == null) {
                record.varint(frames[i]).varint(function).varint(file).varint(frames[i + 3]);
            } else {
                record.varint(disguise.address(frames[i])).varint(function).varint(file)
                        .varint(disguise.line(frames[i + 3], text(file), text(function)));
            }
        }
    }

    private byte[] shown(long id, byte[] text, int use) {
        if (disguise == null || use == RUNTIME) {
            return text;
        }
        String other = switch (use) {
            case FUNCTION -> disguise.function(text(id));
            case FILE -> disguise.file(text(id), text(functionIn.get(id)));
            default -> disguise.text(ROLES[use - PROGRAM], text(id));
        };
        byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= Limits.STRING_BYTES ? bytes : Arrays.copyOf(bytes, Limits.STRING_BYTES);
    }

    private String text(long id) {
        byte[] bytes = records.strings().get(id);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static WireBuffer begun(EventType marker) {
        return new WireBuffer().u8(marker.id());
    }

    private static WireBuffer add(TraceOutput out, long generation, long time, WireBuffer payload, WireBuffer record,
            EventType marker) throws IOException {
        WireBuffer into = payload;
        if (payload.size() + record.size() > Limits.BATCH_BYTES) {
            flush(out, generation, time, payload);
            into = begun(marker);
        }
        into.bytes(record);
        record.clear();
        return into;
    }

    private static void flush(TraceOutput out, long generation, long time, WireBuffer payload) throws IOException {
        if (payload.size() > 1) {
            out.batch(generation, Batch.NO_THREAD, time, payload);
        }
    }
}
