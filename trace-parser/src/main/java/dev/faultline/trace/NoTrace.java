package dev.faultline.trace;

import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.TraceFormatException;
import dev.faultline.trace.wire.TextBytes;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a file is that is no trace, and what to do: people mistake the answer of a server, a profile or a dump for one.
final class NoTrace {
    private static final int SEEN = 64 << 10;
    private static final int QUOTED = 300;
    private static final double TEXT_SHARE = 0.95;
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>(.*?)</title>",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PAGE = Pattern.compile(
            "\\s*(<!doctype html|<html|<head|<\\?xml[^>]*>\\s*<!doctype html).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern DUMP = Pattern.compile("(?m)^goroutine \\d+ .*\\[.+]:$");
    private static final Pattern PROFILE = Pattern.compile("(?:--- )?([a-z]+)(?: profile: total |:\\R)");
    private static final String FETCH = "fetch a trace with: curl -o trace.out 'http://HOST:PORT/debug/pprof/trace?seconds=5'";

    private NoTrace() {
    }

    /// The error to tell instead of the one about the header; that one where nothing is known of the file.
    static TraceFormatException explain(MemorySegment bytes, TraceFormatException unknown) {
        if (bytes.byteSize() == 0) {
            return unknown;
        }
        byte[] head = bytes.asSlice(0, Math.min(SEEN, bytes.byteSize())).toArray(ValueLayout.JAVA_BYTE);
        if (isText(bytes, head.length)) {
            String text = new String(head, StandardCharsets.UTF_8);
            return page(text).or(() -> refusal(text)).or(() -> profile(text)).or(() -> dump(text))
                    .orElseGet(() -> anyText(text));
        }
        return ProfileSearch.kind(bytes).map(kind -> error("a pprof profile (" + kind + ")",
                "open it with: go tool pprof FILE; it goes well beside a trace of the same time")).orElse(unknown);
    }

    private static TraceFormatException error(String found, String advice) {
        return new TraceFormatException(Place.at(0), "a Go execution trace", found, advice);
    }

    private static boolean isText(MemorySegment bytes, int length) {
        int text = 0;
        for (int i = 0; i < length; i++) {
            text += TextBytes.isText(bytes, i) ? 1 : 0;
        }
        return text >= TEXT_SHARE * length;
    }

    private static Optional<TraceFormatException> page(String text) {
        if (!PAGE.matcher(text).matches()) {
            return Optional.empty();
        }
        Matcher title = TITLE.matcher(text);
        return Optional.of(error(title.find() ? "a web page titled " + quoted(title.group(1)) : "a web page",
                "the address or the login was wrong; " + FETCH));
    }

    /// What net/http/pprof answers in the place of a trace. Source: Go 1.27, net/http/pprof/pprof.go.
    private static Optional<TraceFormatException> refusal(String text) {
        if (!text.startsWith("Could not enable tracing")) {
            return Optional.empty();
        }
        String advice = text.contains("WriteTimeout")
                ? "ask for fewer seconds than the server's WriteTimeout"
                : "another trace or a flight recorder is running in the program; wait for it to end, or stop it";
        return Optional.of(error("the answer of a server that could not start one: " + quoted(text), advice));
    }

    private static Optional<TraceFormatException> dump(String text) {
        return DUMP.matcher(text).find()
                ? Optional.of(error("a dump of goroutines", "it goes well beside a trace of the same time; " + FETCH))
                : Optional.empty();
    }

    private static Optional<TraceFormatException> profile(String text) {
        Matcher profile = PROFILE.matcher(text);
        return profile.lookingAt()
                ? Optional.of(error("a pprof profile (" + profile.group(1) + ", as text)",
                        "it goes well beside a trace of the same time; " + FETCH))
                : Optional.empty();
    }

    private static TraceFormatException anyText(String text) {
        String kind = text.stripLeading().startsWith("{") ? "JSON" : "text";
        return error(kind + " that begins with " + quoted(text), FETCH);
    }

    private static String quoted(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
        return "\"" + (line.length() > QUOTED ? line.substring(0, QUOTED) + "…" : line) + "\"";
    }
}
