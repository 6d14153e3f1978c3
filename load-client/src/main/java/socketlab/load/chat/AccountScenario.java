package socketlab.load.chat;

import java.util.List;
import java.util.function.Consumer;

/** What members of a classroom do besides talking; members of any other chat have nothing to do here. */
final class AccountScenario {
    private final ChatPlan plan;
    private final Consumer<Member> whenOver;
    private final String names = Long.toString(System.nanoTime() & 0xFFFFFFF, 36);   // nobody has registered those yet
    private AccountCommands errands;

    /** {@code whenOver} is told of each member who has done one thing. */
    AccountScenario(ChatPlan plan, Consumer<Member> whenOver) {
        this.plan = plan;
        this.whenOver = whenOver;
        this.errands = fresh();
    }

    private AccountCommands fresh() {
        return new AccountCommands(names, plan.load().timing().timeout(), whenOver);
    }

    /** Those of now: what is done before the clock starts is in no log. */
    AccountCommands errands() {
        return errands;
    }

    /** Who is to log in has registered before the clock starts. */
    void prepare(List<Member> members) {
        members.stream().filter(one -> one.isThere() && plan.isClassroom() && plan.talks(one.number)).forEach(one -> {
            errands.add(one, AccountCommand.REGISTER);
            errands.add(one, AccountCommand.LOGOUT);
            whenOver.accept(one);
        });
    }

    void begin(List<Member> members) {
        errands = fresh();
        if (plan.isClassroom()) {
            members.forEach(one -> errands.add(one, plan.talks(one.number) ? AccountCommand.LOGIN : AccountCommand.REGISTER));
        }
    }

    /** It has said all it had to say. */
    void hasTalked(Member member) {
        if (plan.isClassroom() && member.isThere()) {
            errands.add(member, AccountCommand.LOGOUT);
        }
    }
}
