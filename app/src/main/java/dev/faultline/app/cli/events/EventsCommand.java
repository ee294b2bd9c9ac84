package dev.faultline.app.cli.events;

import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.cli.verb.Moment;
import dev.faultline.app.cli.verb.OneFile;
import dev.faultline.app.cli.verb.Version;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.EventType;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `faultline events`: the ordered events as text.
@Command(name = "events", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Prints the ordered events, one per line: nanoseconds since the first event, thread, P, goroutine, event name, subject, arguments, place.")
public final class EventsCommand extends OneFile {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--from", paramLabel = "T", converter = Moment.Converter.class, description = "only events from this time on, such as 1.5s, 20ms or 123456 (nanoseconds)")
    private Moment from = new Moment(0);

    @Option(names = "--to", paramLabel = "T", converter = Moment.Converter.class, description = "only events up to this time")
    private Moment to = new Moment(Long.MAX_VALUE);

    @Option(names = "--goroutine", paramLabel = "N", description = "only events on or about this goroutine")
    private @Nullable Long goroutine;

    @Option(names = "--kind", paramLabel = "K", split = ",", converter = KindConverter.class, description = "only events with these names, such as GoBlock,GoUnblock")
    private List<EventType> kinds = List.of();

    public EventsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws IOException {
        return forEachTrace((trace, _) -> print(trace, filter(trace)));
    }

    private EventFilter filter(Trace trace) {
        int index = goroutine == null ? -1 : trace.goroutines().indexOf(goroutine);
        if (goroutine != null && index < 0) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
                    "the trace has no goroutine " + goroutine);
        }
        Set<EventType> types = kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
        return new EventFilter(from.ns(), to.ns(), index, types);
    }

    private void print(Trace trace, EventFilter filter) throws IOException {
        EventLines lines = new EventLines(trace, terminal.out());
        EventCursor event = trace.events().cursor(0, trace.events().size());
        while (event.next() && !terminal.out().abandoned()) {
            if (filter.accepts(event)) {
                lines.write(event);
            }
        }
        lines.flush();
    }

    /// Reads an event's name, in any case.
    static final class KindConverter implements ITypeConverter<EventType> {
        @Override
        public EventType convert(String text) {
            return rows().filter(t -> t.goName().equalsIgnoreCase(text.strip())).findAny()
                    .orElseThrow(() -> new TypeConversionException("there is no event '" + text + "'; there are: "
                            + rows().map(EventType::goName).collect(Collectors.joining(", "))));
        }

        private static Stream<EventType> rows() {
            return Arrays.stream(EventType.values()).filter(EventType::isRow);
        }
    }
}
