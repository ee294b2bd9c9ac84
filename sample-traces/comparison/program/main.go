// Command regress serves made-up orders for a while and records a trace of it. With -fault it does one thing worse than it should.
package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"flag"
	"log"
	"os"
	"runtime"
	"runtime/trace"
	"sync"
	"time"
)

var (
	fault  = flag.String("fault", "none", "none, gc, lock, leak, task, sched, stw, syscall, goroutines")
	length = flag.Duration("d", 1500*time.Millisecond, "how long to serve")
	out    = flag.String("o", "trace.out", "where the trace goes")
)

type store struct {
	mu    sync.Mutex
	items map[int][]byte
}

var keep [64][]byte

func (s *store) get(id int) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	hold := 100 * time.Microsecond
	if *fault == "lock" {
		hold = 1500 * time.Microsecond
	}
	spin(hold)
	return s.items[id%len(s.items)]
}

func spin(d time.Duration) {
	var sum [32]byte
	for begin := time.Now(); time.Since(begin) < d; {
		sum = sha256.Sum256(sum[:])
	}
}

func readFile(name string) {
	f, err := os.Open(name)
	if err != nil {
		log.Fatal(err)
	}
	var b [512]byte
	f.Read(b[:])
	f.Close()
}

func price(ctx context.Context, id int, s *store) {
	defer trace.StartRegion(ctx, "price").End()
	s.get(id)
	pause := 2 * time.Millisecond
	if *fault == "task" {
		pause = 9 * time.Millisecond
	}
	time.Sleep(pause)
}

func audit(done chan struct{}, block bool) {
	if block {
		<-make(chan int)
	}
	done <- struct{}{}
}

func checkout(id int, s *store) {
	ctx, task := trace.NewTask(context.Background(), "checkout")
	defer task.End()
	price(ctx, id, s)
	reads := 2
	if *fault == "syscall" {
		reads = 40
	}
	for i := 0; i < reads; i++ {
		readFile(os.Args[0])
	}
	fan := 3
	if *fault == "goroutines" {
		fan = 60
	}
	var wg sync.WaitGroup
	for i := 0; i < fan; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			spin(20 * time.Microsecond)
		}()
	}
	wg.Wait()
	done := make(chan struct{}, 1)
	go audit(done, *fault == "leak" && id%4 == 0)
	if *fault != "leak" || id%4 != 0 {
		<-done
	}
	pieces := 1
	if *fault == "gc" {
		pieces = 60
	}
	for i := 0; i < pieces; i++ {
		keep[id%len(keep)] = bytes.Repeat([]byte{1}, 30<<10)
	}
}

func worker(orders <-chan int, s *store, wg *sync.WaitGroup) {
	defer wg.Done()
	for id := range orders {
		checkout(id, s)
	}
}

func dump(stop <-chan struct{}, buf []byte) {
	for {
		select {
		case <-stop:
			return
		case <-time.After(100 * time.Millisecond):
			runtime.Stack(buf, true)
		}
	}
}

func idle(stop <-chan struct{}, depth int) {
	if depth > 0 {
		idle(stop, depth-1)
		return
	}
	<-stop
}

func main() {
	flag.Parse()
	runtime.GOMAXPROCS(4)
	s := &store{items: map[int][]byte{}}
	for i := 0; i < 100; i++ {
		s.items[i] = make([]byte, 100<<10)
	}
	stop := make(chan struct{})
	for i := 0; i < 200; i++ {
		go idle(stop, 20)
	}
	f, err := os.Create(*out)
	if err != nil {
		log.Fatal(err)
	}
	if err := trace.Start(f); err != nil {
		log.Fatal(err)
	}
	if *fault == "sched" {
		for i := 0; i < 8; i++ {
			go func() {
				for {
					select {
					case <-stop:
						return
					default:
						spin(3 * time.Millisecond)
					}
				}
			}()
		}
	}
	if *fault == "stw" {
		go dump(stop, make([]byte, 4<<20))
	}
	orders := make(chan int)
	var wg sync.WaitGroup
	for i := 0; i < 8; i++ {
		wg.Add(1)
		go worker(orders, s, &wg)
	}
	tick := time.NewTicker(20 * time.Millisecond)
	end := time.After(*length)
loop:
	for id := 0; ; {
		select {
		case <-tick.C:
			for i := 0; i < 4; i++ {
				orders <- id
				id++
			}
		case <-end:
			break loop
		}
	}
	close(orders)
	wg.Wait()
	trace.Stop()
	f.Close()
	close(stop)
}
