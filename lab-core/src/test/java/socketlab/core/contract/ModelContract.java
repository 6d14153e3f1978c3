package socketlab.core.contract;

/**
 * What every model promises, by theme: a model's test extends this, says which model it means, and is done.
 *
 * <p>A rule that does not apply to a model is skipped by a {@link socketlab.core.Trait} with its reason.
 */
public abstract class ModelContract extends EchoContract implements ConversationRules, OrderRules, ComputeRules,
        StreamRules, CapacityRules, FairnessRules, RestRules, PushRules, SlowReaderRules, HangUpRules, LateRules,
        LastWordsRules, FaultRules, BugRules, StopRules, LeakRules {
}
