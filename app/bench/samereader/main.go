// Command samereader reads two traces with Go's own reader and tells whether the second holds a stretch of the first: the
// same events in the same order. With one trace it counts events and those that only tell what was so when a generation
// began.
package main

import (
	"bufio"
	"fmt"
	"internal/trace"
	"io"
	"os"
	"strings"
)

// near is how far clocks may disagree where the first event of the part is looked for
const near = trace.Time(100)

func main() {
	whole := open(os.Args[1])
	if len(os.Args) == 2 {
		n, statuses := count(whole)
		fmt.Println(n, statuses)
		return
	}
	part := open(os.Args[2])
	// what the part begins with anew: numbers of Ps, heap
	part.next()
	for n := 0; n < 3 && strings.HasPrefix(part.key, "Metric"); n++ {
		part.next()
	}
	for whole.next() && (whole.time < part.time-near || whole.key != part.key) {
	}
	same, moved, most := 0, 0, trace.Time(0)
	for more := true; more; more = part.next() {
		if part.key != whole.key {
			fail(fmt.Sprintf("event %d differs:\n  whole %s\n  part  %s", same, whole.key, part.key))
		}
		if d := max(part.time-whole.time, whole.time-part.time); d > 0 {
			moved++
			most = max(most, d)
		}
		same++
		whole.next()
	}
	fmt.Printf("%d events, %d moved by at most %d ns\n", same, moved, most)
}

func count(s *stream) (n, statuses int) {
	for {
		ev, err := s.reader.ReadEvent()
		if err == io.EOF {
			return
		}
		check(err)
		n++
		if told(ev) {
			statuses++
		}
	}
}

// stream hands out the events that tell of something that happened
type stream struct {
	reader *trace.Reader
	key    string
	time   trace.Time
}

func open(file string) *stream {
	f, err := os.Open(file)
	check(err)
	r, err := trace.NewReader(bufio.NewReaderSize(f, 1<<20))
	check(err)
	return &stream{reader: r}
}

func (s *stream) next() bool {
	for {
		ev, err := s.reader.ReadEvent()
		if err == io.EOF {
			return false
		}
		check(err)
		if !told(ev) {
			s.key, s.time = key(ev), ev.Time()
			return true
		}
	}
}

func check(err error) {
	if err != nil {
		fail(strings.SplitN(err.Error(), "\n", 2)[0])
	}
}

func fail(sentence string) {
	fmt.Fprintln(os.Stderr, "samereader:", sentence)
	os.Exit(1)
}

// told says whether an event only tells what was so when a generation began
func told(ev trace.Event) bool {
	switch ev.Kind() {
	case trace.EventSync, trace.EventRangeActive:
		return true
	case trace.EventStateTransition:
		st := ev.StateTransition()
		if st.Resource.Kind == trace.ResourceGoroutine {
			from, to := st.Goroutine()
			return from == trace.GoUndetermined || from == to
		}
		if st.Resource.Kind == trace.ResourceProc {
			from, to := st.Proc()
			return from == trace.ProcUndetermined || from == trace.ProcNotExist || from == to
		}
	}
	return false
}

func stack(s trace.Stack) string {
	var b strings.Builder
	for f := range s.Frames() {
		fmt.Fprintf(&b, "|%x %s %s:%d", f.PC, f.Func, f.File, f.Line)
	}
	return b.String()
}

func key(ev trace.Event) string {
	k := fmt.Sprintf("%v m%d p%d g%d ", ev.Kind(), ev.Thread(), ev.Proc(), ev.Goroutine())
	switch ev.Kind() {
	case trace.EventStateTransition:
		st := ev.StateTransition()
		if st.Resource.Kind == trace.ResourceGoroutine {
			from, to := st.Goroutine()
			k += fmt.Sprint(st.Resource, from, to, st.Reason, stack(st.Stack))
		} else {
			from, to := st.Proc()
			k += fmt.Sprint(st.Resource, from, to, st.Reason)
		}
	case trace.EventMetric:
		m := ev.Metric()
		k += m.Name + fmt.Sprint(m.Value.Uint64())
	case trace.EventLog:
		k += fmt.Sprint(ev.Log())
	case trace.EventLabel:
		k += fmt.Sprint(ev.Label())
	case trace.EventRangeBegin, trace.EventRangeEnd:
		k += fmt.Sprint(ev.Range())
	case trace.EventTaskBegin:
		k += fmt.Sprint(ev.Task())
	case trace.EventTaskEnd:
		k += fmt.Sprint(ev.Task().ID)
	case trace.EventRegionBegin, trace.EventRegionEnd:
		k += fmt.Sprint(ev.Region())
	}
	return k + stack(ev.Stack())
}
