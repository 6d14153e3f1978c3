package socketlab.lab.plan;

import java.net.InetSocketAddress;
import socketlab.core.Model;
import socketlab.load.plan.LoadPlan;

/** The load on one model in one step of a run. */
public record StepLoad(Plan plan, Model model, RunStep step) {

    /** This load as the load client takes it, on the server at this address. */
    public LoadPlan on(InetSocketAddress server) {
        return plan.load().plan(server, Plan.transport(model), step, plan.timeout(model, step.level()))
                .withNoDelay(plan.server().options().listen().noDelay());
    }

    /** What clients do at this level. */
    public Workload workload() {
        return plan.load().workload().at(step.level());
    }

    /** How many requests; 0 where they are made for a duration instead. */
    public int requests() {
        return plan.load().amount().requests(step.level());
    }

    /** {@code tcp} or {@code udp}, as results have it. */
    public String transportName() {
        return Plan.name(Plan.transport(model));
    }

    /** The model's name at this level. */
    public String name() {
        return step.level().name(model.id(), plan.load().schedule().sweepVariable());
    }
}
