package dev.faultline.views.export;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Writes packets of a Perfetto trace one by one: tracks, slices, instants, counters. Field numbers are those of
/// trace_packet.proto, track_descriptor.proto and track_event.proto.
final class PerfettoPackets {
    private static final int PACKET = 1;
    private static final int TIMESTAMP = 8;
    private static final int SEQUENCE = 10;
    private static final int TRACK_EVENT = 11;
    private static final int SEQUENCE_FLAGS = 13;
    private static final int TRACK_DESCRIPTOR = 60;

    private static final int DESCRIPTOR_UUID = 1;
    private static final int DESCRIPTOR_NAME = 2;
    private static final int DESCRIPTOR_PARENT = 5;
    private static final int DESCRIPTOR_COUNTER = 8;
    private static final int COUNTER_UNIT = 3;

    private static final int EVENT_TYPE = 9;
    private static final int EVENT_TRACK = 11;
    private static final int EVENT_NAME = 23;
    private static final int EVENT_COUNTER_VALUE = 30;
    private static final int EVENT_FLOW = 47;
    private static final int EVENT_FLOW_ENDS = 48;
    private static final int BEGIN = 1;
    private static final int END = 2;
    private static final int INSTANT = 3;
    private static final int COUNTER = 4;

    private final CodedOutputStream out;
    private long tracks;

    PerfettoPackets(OutputStream out) throws IOException {
        this.out = CodedOutputStream.newInstance(out, 1 << 16);
        packet(new Message().number(SEQUENCE_FLAGS, 1));
    }

    private void packet(Message packet) throws IOException {
        out.writeByteArray(PACKET, packet.number(SEQUENCE, 1).toBytes());
    }

    /// Begins a track.
    ///
    /// @param parent 0 for none
    /// @return its number
    long track(String name, long parent) throws IOException {
        return describe(new Message(), name, parent);
    }

    /// Begins a track of values.
    ///
    /// @param unit 1 for a count, 3 for bytes
    long counter(String name, long parent, int unit) throws IOException {
        return describe(new Message().message(DESCRIPTOR_COUNTER, new Message().number(COUNTER_UNIT, unit)), name,
                parent);
    }

    private long describe(Message descriptor, String name, long parent) throws IOException {
        tracks++;
        descriptor.number(DESCRIPTOR_UUID, tracks).text(DESCRIPTOR_NAME, name);
        if (parent != 0) {
            descriptor.number(DESCRIPTOR_PARENT, parent);
        }
        packet(new Message().message(TRACK_DESCRIPTOR, descriptor));
        return tracks;
    }

    void slice(long track, String name, long startNs, long endNs) throws IOException {
        event(startNs, new Message().number(EVENT_TYPE, BEGIN).number(EVENT_TRACK, track).text(EVENT_NAME, name));
        event(endNs, new Message().number(EVENT_TYPE, END).number(EVENT_TRACK, track));
    }

    /// A moment from which a flow goes on.
    void flowBegins(long track, String name, long ns, long flow) throws IOException {
        event(ns, new Message().number(EVENT_TYPE, INSTANT).number(EVENT_TRACK, track).text(EVENT_NAME, name)
                .fixed(EVENT_FLOW, flow));
    }

    /// The moment at which it arrives.
    void flowEnds(long track, String name, long ns, long flow) throws IOException {
        event(ns, new Message().number(EVENT_TYPE, INSTANT).number(EVENT_TRACK, track).text(EVENT_NAME, name)
                .fixed(EVENT_FLOW_ENDS, flow));
    }

    void value(long track, long ns, long value) throws IOException {
        event(ns, new Message().number(EVENT_TYPE, COUNTER).number(EVENT_TRACK, track)
                .number(EVENT_COUNTER_VALUE, value));
    }

    private void event(long ns, Message event) throws IOException {
        packet(new Message().number(TIMESTAMP, ns).message(TRACK_EVENT, event));
    }

    void flush() throws IOException {
        out.flush();
    }
}
