package socketlab.lab.measure;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import socketlab.lab.plan.ChatTalk;
import socketlab.lab.plan.Requests;
import socketlab.lab.plan.Workload;
import socketlab.load.chat.ChatClient;
import socketlab.load.log.LoadListener;
import socketlab.load.log.RequestLog;
import socketlab.load.loop.Calibration;
import socketlab.load.loop.EchoProbe;
import socketlab.load.loop.LoadClient;
import socketlab.load.loop.ProbeResult;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.Transport;
import socketlab.results.Outcome;

/** The load client at work, whatever its workload: runs once; {@link #stop} is for any thread. */
interface LoadExecution {

    /** Loads the server and returns when the last request has ended, or soon after {@link #stop}. */
    LoadRecord run() throws IOException, InterruptedException;

    /** Aborts what is in flight. */
    void stop();

    /** The load client for this workload, ready to run. */
    static LoadExecution of(Workload workload, LoadPlan plan, LoadListener listener) {
        return switch (workload) {
            case Requests requests -> new OfRequests(requests, plan, new LoadClient(plan, listener));
            case ChatTalk talk -> new OfChat(talk, new ChatClient(talk.plan(plan), listener));
        };
    }

    /** The latency that the client itself needs, against a responder that does nothing; empty where it is not known. */
    static OptionalDouble noiseFloorMs(Workload workload, LoadPlan plan) throws IOException, InterruptedException {
        return switch (workload) {
            case Requests _ -> Calibration.noiseFloorMs(plan);
            case ChatTalk _ -> OptionalDouble.empty();
        };
    }

    /** Requests and their replies, and a probe after them. */
    record OfRequests(Requests requests, LoadPlan plan, LoadClient client) implements LoadExecution {
        @Override
        public LoadRecord run() throws IOException, InterruptedException {
            RequestLog log = client.run();
            return new LoadRecord.OfRequests(log, probe(log));
        }

        private Optional<ProbeResult> probe(RequestLog log) throws InterruptedException {
            if (!requests.protocol().isEcho() || plan.transport() == Transport.UDP) {
                return Optional.empty();
            }
            if (!requests.probed()) {
                return Optional.of(ProbeResult.skipped("--no-probe"));
            }
            return log.count(Outcome.ABORTED) > 0 ? Optional.of(ProbeResult.skipped("the load was stopped"))
                    : EchoProbe.run(plan, log);
        }

        @Override
        public void stop() {
            client.stop();
        }
    }

    /** A chat. */
    record OfChat(ChatTalk talk, ChatClient client) implements LoadExecution {
        @Override
        public LoadRecord run() throws IOException, InterruptedException {
            return new LoadRecord.OfChat(client.run(), talk);
        }

        @Override
        public void stop() {
            client.stop();
        }
    }
}
