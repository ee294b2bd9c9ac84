package dev.faultline.app.cli.export;

import dev.faultline.model.TraceModel;
import dev.faultline.views.export.FoldedFile;
import dev.faultline.views.export.PerfettoFile;
import dev.faultline.views.export.PprofFile;
import dev.faultline.views.export.PprofKind;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The formats of `faultline export`.
enum ExportKind {
    PPROF_BLOCKED((m, out) -> PprofFile.write(m, PprofKind.BLOCKED, out)),
    PPROF_SCHED((m, out) -> PprofFile.write(m, PprofKind.SCHED, out)),
    PPROF_SYSCALL((m, out) -> PprofFile.write(m, PprofKind.SYSCALL, out)),
    PPROF_NETWORK((m, out) -> PprofFile.write(m, PprofKind.NETWORK, out)),
    PPROF_CPU((m, out) -> PprofFile.write(m, PprofKind.CPU, out)),
    PPROF_ASSIST((m, out) -> PprofFile.write(m, PprofKind.ASSIST, out)),
    FOLDED(FoldedFile::write),
    PERFETTO(PerfettoFile::write),
    /// A folder; written by [dev.faultline.views.export.CsvTables].
    CSV((_, _) -> {
        throw new IllegalStateException("a folder");
    });

    /// Writes one trace in this format.
    private interface Format {
        void write(TraceModel model, OutputStream out) throws IOException;
    }

    private final Format format;

    ExportKind(Format format) {
        this.format = format;
    }

    void write(TraceModel model, OutputStream out) throws IOException {
        format.write(model, out);
    }

    /// As the user names it: `pprof-blocked`.
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What is put behind the name of a trace: `.pb.gz`.
    String extension() {
        return switch (this) {
            case FOLDED -> ".folded";
            case PERFETTO -> ".pftrace";
            case CSV -> ".csv";
            default -> ".pb.gz";
        };
    }

    /// Reads a format's name.
    static final class Converter implements ITypeConverter<ExportKind> {
        @Override
        public ExportKind convert(String text) {
            return Arrays.stream(values()).filter(k -> k.id().equals(text.strip())).findAny()
                    .orElseThrow(() -> new TypeConversionException("there is no format '" + text + "'; there are: "
                            + Arrays.stream(values()).map(ExportKind::id).collect(Collectors.joining(", "))));
        }
    }
}
