package socketlab.lab.plan;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import socketlab.core.Model;
import socketlab.core.Trait;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.Transport;

/** What is asked of one model in one step of a run. */
public record StepLoad(Plan plan, Model model, RunStep step) {
    private static final int PAYLOAD_BYTES = 64;

    public LoadPlan on(InetSocketAddress server) {
        return LoadPlan.closedLoop(server, plan.conversation(model, PAYLOAD_BYTES), step.level().clients(), requests())
                .withTransport(transport()).withDuration(plan.duration()).withLoop(plan.pacing().loop(step))
                .withWarmup(plan.pacing().warmup())
                .withTimeout(plan.timeout().orElseGet(() -> plan.patience(model, transport(), step.level())))
                .withPreconnect(plan.preconnect()).withNoDelay(plan.options().noDelay()).withIdle(step.idle())
                .withZeroNanos(step.zeroNanos()).withFaults(plan.trouble());
    }

    public int requests() {
        return plan.requests(step.level());
    }

    /** As results call it. */
    public String transportName() {
        return transport().name().toLowerCase(Locale.ROOT);
    }

    /** The model's name where it stands for this step alone. */
    public String name() {
        return step.level().name(model.id(), plan.load().sweepVariable());
    }

    private Transport transport() {
        return model.traits().contains(Trait.STREAM) ? Transport.TCP : Transport.UDP;
    }

    /** What kind of chat, where it is one. */
    public Optional<ChatLoad> chat() {
        return plan.chat().map(talk -> talk.withSlowReader(step.slow()));
    }
}
