package dev.tollgate.local;

import dev.tollgate.local.functions.Functions;
import dev.tollgate.local.queues.QueuePump;
import dev.tollgate.local.queues.Queues;
import dev.tollgate.local.quiet.Worker;
import dev.tollgate.local.streams.StreamPump;
import dev.tollgate.local.streams.Streams;
import dev.tollgate.local.template.FunctionDefinition;
import dev.tollgate.local.template.Trigger;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Starts an event source mapping for every queue and stream that a function reads. */
record Pumps(
    Functions functions,
    SqsClient client,
    Queues queues,
    Streams streams,
    Closing closing,
    PrintStream log) {

  /** Those that may have something left to read; for queues their depth tells that. */
  List<Worker> start(List<FunctionDefinition> definitions) {
    List<Worker> readers = new ArrayList<>();
    for (FunctionDefinition function : definitions) {
      function.triggers(Trigger.Queue.class).forEach(trigger -> start(function, trigger));
      function
          .triggers(Trigger.Stream.class)
          .forEach(trigger -> readers.add(start(function, trigger)));
    }
    return readers;
  }

  private void start(FunctionDefinition function, Trigger.Queue trigger) {
    closing.add(new QueuePump(trigger, function, functions, client, queues, log)).start();
  }

  private StreamPump start(FunctionDefinition function, Trigger.Stream trigger) {
    StreamPump pump = closing.add(streams.pump(function, trigger, functions, queues, log));
    pump.start();
    return pump;
  }
}
