package socketlab.core.contract;

/**
 * What every model promises, by theme. A model's test extends this and says which model it tests.
 *
 * <p>A rule that does not apply to a model is skipped by a {@link socketlab.core.Trait} with its reason.
 */
public abstract class ModelContract extends EchoContract implements SessionRules, OrderRules, ComputeRules,
        StreamRules, CapacityRules, FairnessRules, IdleServerRules, PushRules, ForgedSenderRules, SlowReaderRules, HangUpRules,
        LateResultRules,
        FinalReplyRules, FaultRules, BugRules, StopRules, LeakRules {
}
