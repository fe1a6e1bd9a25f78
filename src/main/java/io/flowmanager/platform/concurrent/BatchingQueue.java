// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.concurrent;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A bounded queue with one thread that processes it. The thread takes <em>all</em> waiting items,
 * up to a limit, and passes them to the handler as one batch, in the order of arrival. So a single
 * item does not wait, and under load, items share the cost of a batch. A caller that finds the
 * queue idle may handle its item on its own thread, which saves two thread switches. The handler is
 * never called by two threads at once. Its exceptions are logged and do not stop the queue.
 *
 * <p>Written by hand: the executors of the JDK and of Guava take one task at a time.
 */
public final class BatchingQueue<T> {

  private static final Logger LOG = System.getLogger(BatchingQueue.class.getName());
  private static final long WAKE_UP_MILLIS = 100;

  private final String name;
  private final int maxBatch;
  private final Consumer<List<T>> handler;
  private final BlockingQueue<T> items;

  /** Number of items that wait or are being handled. */
  private final AtomicInteger inside = new AtomicInteger();

  private final Progress progress;

  private final Lock turn = new ReentrantLock();
  private volatile List<T> atWork = List.of();
  private volatile boolean open = true;
  private volatile Thread thread;

  /**
   * @param capacity how many items may wait
   * @param maxBatch maximum number of items that the handler gets at once
   */
  public BatchingQueue(String name, int capacity, int maxBatch, Consumer<List<T>> handler) {
    this(name, capacity, maxBatch, handler, System::nanoTime);
  }

  BatchingQueue(
      String name, int capacity, int maxBatch, Consumer<List<T>> handler, LongSupplier nanos) {
    this.name = name;
    this.maxBatch = maxBatch;
    this.handler = handler;
    this.items = new LinkedBlockingQueue<>(capacity);
    this.progress = new Progress(name, nanos);
  }

  /** Starts handling items, on one thread of the factory. */
  public synchronized void start(ThreadFactory threads) {
    thread = threads.newThread(this::run);
    thread.setName(name);
    thread.start();
  }

  /** Adds an item. Returns false if the queue is full or closed. */
  public boolean offer(T item) {
    markIfIdle();
    inside.incrementAndGet();
    boolean isIn = open && items.offer(item);
    // If it was closed in between, its thread may have ended: then the item is removed again.
    if (isIn && (open || !items.remove(item))) {
      return true;
    }
    inside.decrementAndGet();
    return false;
  }

  /**
   * Handles an item on this thread, if the queue is idle. Items that are added meanwhile wait.
   *
   * @param work run instead of the handler
   * @return false if nothing was done, because the queue is not idle or is closed
   */
  public boolean runInline(Runnable work) {
    markIfIdle();
    if (!inside.compareAndSet(0, 1)) {
      return false;
    }
    try {
      if (!open) {
        return false;
      }
      exclusively(work);
      return true;
    } finally {
      inside.decrementAndGet();
    }
  }

  /**
   * To be called before the first item is added: otherwise the idle time would count as a
   * standstill.
   */
  private void markIfIdle() {
    if (inside.get() == 0) {
      progress.mark();
    }
  }

  private void exclusively(Runnable work) {
    turn.lock();
    progress.enter();
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, name + " could not handle a batch", e);
    } finally {
      progress.leave();
      turn.unlock();
    }
  }

  /** A report if the queue is not empty and has made no progress for that long. */
  public Optional<Standstill> standstill(Duration limit) {
    return inside.get() == 0 ? Optional.empty() : progress.standstill(limit, thread);
  }

  /** How many items wait. */
  public int size() {
    return items.size();
  }

  /** Accepts no more items. Those already in the queue are still handled. */
  public void close() {
    open = false;
  }

  /**
   * Closes the queue and waits until its items are handled, at most for that time.
   *
   * @return whether the thread has ended
   */
  public synchronized boolean stop(Duration timeout) {
    close();
    if (thread == null) {
      return true;
    }
    try {
      thread.join(Math.max(1, timeout.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  /**
   * The items that were not handled when {@link #stop} timed out: the waiting items, which are
   * removed and never handled, and those that the handler is still processing.
   */
  public List<T> drain() {
    List<T> waiting = new ArrayList<>();
    items.drainTo(waiting);
    inside.addAndGet(-waiting.size());
    List<T> left = new ArrayList<>(atWork);
    left.addAll(waiting);
    return left;
  }

  private void run() {
    while (open || inside.get() > 0) {
      List<T> batch = next();
      if (!batch.isEmpty()) {
        atWork = batch;
        exclusively(() -> handler.accept(batch));
        atWork = List.of();
        inside.addAndGet(-batch.size());
      }
    }
  }

  private List<T> next() {
    try {
      T first = items.poll(WAKE_UP_MILLIS, TimeUnit.MILLISECONDS);
      if (first == null) {
        return List.of();
      }
      List<T> batch = new ArrayList<>();
      batch.add(first);
      items.drainTo(batch, maxBatch - 1);
      return Collections.unmodifiableList(batch);
    } catch (InterruptedException e) {
      open = false;
      return List.of();
    }
  }
}
