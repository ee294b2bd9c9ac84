package dev.faultline.bench;

import dev.faultline.trace.format.TraceFormatException;
import dev.faultline.trace.wire.ByteCursor;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Numbers of a batch: lengths as in real traces (60 % of one byte, 30 % of two, 10 % of three), in no order that a
/// branch predictor could learn.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class VarintBench {
    private static final int COUNT = 1 << 20;

    private final ByteCursor cursor = new ByteCursor();
    private byte[] bytes = {};

    @Setup
    public void encode() {
        Random random = new Random(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < COUNT; i++) {
            int kind = random.nextInt(10);
            int value = kind < 6 ? random.nextInt(1 << 7) : random.nextInt(1 << (kind < 9 ? 14 : 21));
            for (; value >= 0x80; value >>>= 7) {
                out.write(value | 0x80);
            }
            out.write(value);
        }
        bytes = out.toByteArray();
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long decode() throws TraceFormatException {
        cursor.load(bytes, 0);
        long sum = 0;
        while (cursor.more()) {
            sum += cursor.varint();
        }
        return sum;
    }
}
