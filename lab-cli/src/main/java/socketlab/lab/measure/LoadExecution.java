package socketlab.lab.measure;

import java.io.IOException;
import java.util.OptionalDouble;
import socketlab.lab.plan.ChatTalk;
import socketlab.lab.plan.Requests;
import socketlab.lab.plan.Workload;
import socketlab.load.chat.ChatClient;
import socketlab.load.log.LoadListener;
import socketlab.load.loop.Calibration;
import socketlab.load.loop.LoadClient;
import socketlab.load.plan.LoadPlan;

/** The load client at work, whatever its workload: runs once; {@link #stop} is for any thread. */
interface LoadExecution {

    /** Loads the server and returns when the last request has ended, or soon after {@link #stop}. */
    LoadRecord run() throws IOException, InterruptedException;

    /** Aborts what is in flight. */
    void stop();

    /** The load client for this workload, ready to run. */
    static LoadExecution of(Workload workload, LoadPlan plan, LoadListener listener) {
        return switch (workload) {
            case Requests _ -> new OfRequests(new LoadClient(plan, listener));
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

    /** Requests and their replies. */
    record OfRequests(LoadClient client) implements LoadExecution {
        @Override
        public LoadRecord run() throws IOException, InterruptedException {
            return new LoadRecord.OfRequests(client.run());
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
