package dev.faultline.model.judge;

import static dev.faultline.model.Script.MAIN;

import dev.faultline.model.Requests;
import dev.faultline.model.Script;
import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.Place;
import java.util.Map;
import java.util.TreeMap;

/// Traces written by hand for findings that no sample has, or has only in one of its forms.
final class ScriptedTraces {
    private ScriptedTraces() {
    }

    static Map<String, Script> all() {
        Map<String, Script> all = new TreeMap<>();
        all.put("long-pause", pause("GOMAXPROCS", "main.tune:7").pause(new long[]{300_000, 450_000}, MAIN, "GOMAXPROCS",
                "runtime.GOMAXPROCS:40 < main.tune:8"));
        all.put("long-pause-of-the-gc", pause("GC mark termination", "main.alloc:9"));
        all.put("long-pause-without-a-place", pause("all goroutines stack trace", ""));
        all.put("long-pause-without-a-reason", pause("", "main.tune:7"));
        all.put("missing-generation", gap(1));
        all.put("missing-generations", gap(3));
        all.put("lost-bytes", leak().lost(new Loss(Place.at(500), 250, 800_000_000, 1_000_000_000, -1,
                "the batch ends early")));
        all.put("contradictory", leak().lost(new Loss(Place.at(500), 0, 10_000_000, 20_000_000, -1,
                "goroutine 7 ends, but it was never created")));
        all.put("breaks-off", leak().lost(new Loss(Place.at(500), 0, 1_000_000_000, 1_000_000_000, -1,
                "the end of the generation is missing")));
        all.put("connections-of-a-library", pool());
        all.put("panics-and-goexit", unfinished());
        all.put("overdue-task", overdue());
        all.put("stopped-timer", stoppedTimer());
        all.put("calls-of-c", callsOfC());
        all.put("region-ends-twice", new Script(100_000).region(new long[]{100, 2000}, MAIN, 0, "read")
                .regionEnds(3000, MAIN, 0, "read"));
        all.put("lock-burst", lockBurst());
        all.put("heap-grows", heapGrows());
        all.put("one-goroutine-computes",
                new Script(1_000_000).procs(10, 8, "").region(new long[]{20, 900_000}, MAIN, 0,
                        "fill"));
        all.put("items-one-by-one", items());
        all.put("polling", polling(600, 300));
        all.put("many-threads", threads(20));
        all.put("calls-one-after-the-other", serial());
        all.put("unread-bodies", UnclosedBodyTest.requests(4, UnclosedBodyTest.Then.EXITS)
                .old(50, UnclosedBodyTest.BODY).old(51, "net/http.(*persistConn).writeLoop:2600"));
        all.put("requests-that-hang", hanging("chan send", "runtime.chansend1:161 < main.handle:14"));
        all.put("requests-that-want-a-connection", hanging("select", "database/sql.(*DB).conn:1374 < main.handle:7"));
        return all;
    }

    private static Script pause(String reason, String where) {
        return new Script(1_000_000).pause(new long[]{5000, 25_000}, MAIN, reason, where);
    }

    private static Script gap(int missing) {
        return new Script(100_000).missing(missing).region(new long[]{1000, 10_000}, MAIN, 0, "before")
                .region(new long[]{60_000, 99_000}, MAIN, 0, "after");
    }

    private static Script leak() {
        return new Script(1_000_000).create(1000, MAIN, 2, "main.work", "main.main:3").start(1010, 2)
                .block(1020, 2, "chan send", "runtime.chansend1:161 < main.work:14").end(2000, MAIN);
    }

    private static Script pool() {
        Script script = new Script(1_000_000);
        for (int g = 2; g < 6; g++) {
            script.create(1000L * g, MAIN, g, "main.load", "main.main:3").start(1000L * g + 10, g)
                    .block(1000L * g + 20, g, "select", "database/sql.(*DB).conn:1200 < main.load:7")
                    .wake(100_000L + g * 100, MAIN, g, "database/sql.(*DB).putConn:30 < main.done:9")
                    .start(100_050L + g * 100, g).end(100_060L + g * 100, g);
        }
        return script;
    }

    private static Script unfinished() {
        Script script = new Script(1_000_000);
        String[] ways = {"runtime.gopanic:800", "runtime.Goexit:600"};
        for (int g = 2; g < 6; g++) {
            script.create(1000L * g, MAIN, g, "main.serve", "main.main:3").start(1000L * g + 10, g)
                    .region(new long[]{1000L * g + 20}, g, 0, "handle")
                    .waits(new long[]{1000L * g + 100, 1000L * g + 400}, g, 0, "sleep",
                            "time.Sleep:300 < main.serve.func1:9 < " + ways[g % 2] + " < main.serve:8")
                    .end(1000L * g + 500, g);
        }
        return script;
    }

    private static Script overdue() {
        return new Script(1_000_000).task(new long[]{1000, 2000}, MAIN, 1, "job")
                .task(new long[]{3000}, MAIN, 2, "job").task(new long[]{5000, 6000}, MAIN, 3, "job");
    }

    private static Script stoppedTimer() {
        Script script = new Script(1_000_000).create(1000, MAIN, 2, "main.tick", "main.main:3").start(1010, 2);
        for (int i = 0; i < 12; i++) {
            script.block(2000L + i * 1000, 2, "chan receive", "runtime.chanrecv1:400 < main.tick:6")
                    .wake(2900L + i * 1000, 0, 2, "").start(2910L + i * 1000, 2);
        }
        return script.block(14_000, 2, "chan receive", "runtime.chanrecv1:400 < main.tick:6")
                .region(new long[]{20_000, 990_000}, MAIN, 0, "on");
    }

    private static Script hanging(String reason, String where) {
        Requests requests = new Requests(new Script(1_000_000));
        for (int g = 10; g < 15; g++) {
            requests.connection(g).served(new long[]{1000L * g, 1000L * g + 800}, g, "sleep",
                    "time.Sleep:300 < main.handle:10");
        }
        for (int g = 20; g < 24; g++) {
            requests.connection(g).hangs(100_000 + 100L * g, g, reason, where);
        }
        return requests.script();
    }

    private static Script callsOfC() {
        Script script = new Script(1_000_000);
        for (int g = 10; g < 15; g++) {
            script.create(0, MAIN, g, "main.work", "main.main:5").start(1, g).syscall(new long[]{1000, 31_000}, g,
                    "main._Cfunc_wait:48 < main.work:30").syscall(new long[]{40_000, 40_100}, g,
                            "main._Cfunc_wait:48 < main.work:30");
        }
        return script;
    }

    /// The heap grows, and requests assist.
    private static Script heapGrows() {
        Script script = new Script(1_000_000);
        for (int i = 0; i < 10; i++) {
            long at = 100_000L * i;
            script.collection(new long[]{at + 10_000, at + 70_000}, MAIN, "runtime.mallocgc:5 < main.load:14")
                    .heap(at + 75_000, (4L << 20) * (i + 1), (8L << 20) * (i + 1))
                    .task(new long[]{at + 20_000, at + 40_000}, MAIN, i + 1, "handle")
                    .assist(new long[]{at + 20_100, at + 35_000}, MAIN, "runtime.mallocgc:5 < main.load:14");
        }
        return script;
    }

    private static Script lockBurst() {
        Script script = new Script(10_000_000);
        for (int g = 10; g < 20; g++) {
            script.create(0, MAIN, g, "main.work", "main.main:5").start(1, g);
            for (long at = 4_000_000; at < 4_200_000; at += 20_000) {
                script.waits(new long[]{at, at + 19_000}, g, MAIN, "sync", "sync.(*Mutex).Lock:81 < main.count:12");
            }
        }
        return script;
    }

    private static Script items() {
        Script script = new Script(60_000).create(0, MAIN, 2, "main.consume", "main.main:5").start(1, 2);
        for (int i = 0; i < 11_000; i++) {
            script.block(10 + 5L * i, 2, "chan receive", "runtime.chanrecv2:514 < main.consume:8")
                    .wake(13 + 5L * i, MAIN, 2, "runtime.chansend1:161 < main.main:9").start(14 + 5L * i, 2);
        }
        return script;
    }

    private static Script serial() {
        Script script = new Script(1_000_000);
        for (int g = 2; g < 6; g++) {
            long at = 100_000L * g;
            script.create(at, MAIN, g, "main.serve", "main.main:5").start(at, g)
                    .task(new long[]{at + 10, at + 62_000}, g, g, "handle");
            for (int i = 0; i < 3; i++) {
                script.waits(new long[]{at + 100 + i * 20_100, at + 20_000 + i * 20_100}, g, MAIN, "select",
                        "net/http.(*persistConn).roundTrip:3092 < net/http.(*Client).Do:604 < main.ask:" + (10 + i));
            }
            script.end(at + 70_000, g);
        }
        return script;
    }

    /// A goroutine that sleeps again and again.
    static Script polling(int times, long eachUs) {
        Script script = new Script(times * (eachUs + 20)).create(0, MAIN, 2, "main.poll", "main.main:5").start(1, 2);
        for (int i = 0; i < times; i++) {
            long at = 10 + i * (eachUs + 10);
            script.block(at, 2, "sleep", "time.Sleep:300 < main.poll:8").wake(at + eachUs, 0, 2, "").start(at + eachUs,
                    2);
        }
        return script;
    }

    /// Goroutines that block in a system call at the same time.
    static Script threads(int count) {
        Script script = new Script(100_000);
        for (int g = 10; g < 10 + count; g++) {
            script.create(0, MAIN, g, "main.work", "main.main:5").start(1, g).syscall(new long[]{1000, 16_000}, g,
                    "syscall.Syscall:9 < main.read:60");
        }
        return script;
    }
}
