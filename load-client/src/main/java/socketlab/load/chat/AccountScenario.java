package socketlab.load.chat;

import java.util.List;
import java.util.function.Consumer;

/** Which account commands members send in the scenario {@code classroom}; in any other they send none. */
final class AccountScenario {
    private final ChatPlan plan;
    private final Consumer<Member> onEnd;
    private final String nameSuffix = Long.toString(System.nanoTime() & 0xFFFFFFF, 36);   // unlike an earlier load's
    private AccountCommands commands;

    /** {@code onEnd} is told of the member when one of its commands has ended. */
    AccountScenario(ChatPlan plan, Consumer<Member> onEnd) {
        this.plan = plan;
        this.onEnd = onEnd;
        this.commands = newCommands();
    }

    private AccountCommands newCommands() {
        return new AccountCommands(nameSuffix, plan.load().timing().timeout(), onEnd);
    }

    /** Those of before the clock starts until {@link #start}, then those of the load. */
    AccountCommands commands() {
        return commands;
    }

    /** Speakers register before the clock starts, because they log in afterwards. */
    void registerSpeakers(List<Member> members) {
        members.stream().filter(one -> one.isJoined() && plan.isClassroom() && plan.isSpeaker(one.number))
                .forEach(one -> {
                    commands.add(one, AccountCommand.REGISTER);
                    commands.add(one, AccountCommand.LOGOUT);
                    onEnd.accept(one);
                });
    }

    /** The clock starts: speakers log in, and the other members register. */
    void start(List<Member> members) {
        commands = newCommands();
        if (plan.isClassroom()) {
            members.forEach(one -> commands.add(one,
                    plan.isSpeaker(one.number) ? AccountCommand.LOGIN : AccountCommand.REGISTER));
        }
    }

    /** The member's last message has ended. */
    void allSent(Member member) {
        if (plan.isClassroom() && member.isJoined()) {
            commands.add(member, AccountCommand.LOGOUT);
        }
    }
}
