package socketlab.lab.cli;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine;

/** The options in a command's {@code --help}: under headings, where there are many. */
final class OptionGroups {
    private static final int MANY = 20;
    private static final String USUAL = "Options";
    private static final String HELP = "Help";

    /** In the order of the page. */
    private static final List<String> ORDER = List.of(USUAL, "Load", "Service", "Chat", "Faults", "Results", HELP);
    private static final Map<Class<?>, String> BY_CLASS = Map.of(LoadOptions.class, "Load", LoopOptions.class, "Load",
            ProtocolOptions.class, "Service", ServingOptions.class, "Service", WorkOptions.class, "Service",
            ChatOptions.class, "Chat", ChatServerOptions.class, "Chat", FaultOptions.class, "Faults",
            Main.class, HELP);
    private static final Set<String> RESULTS = Set.of("--results", "--name", "--json", "--assert", "--may-fail", "--as",
            "--accept-noise");
    private static final Map<String, String> BY_NAME = Map.of("--service", USUAL, "--port", "Service", "--host", "Service",
            "--pause", "Faults");

    private OptionGroups() {}

    /** From now on this command's help has headings. */
    static void render(CommandLine command) {
        if (command.getCommandSpec().options().size() > MANY) {
            command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
            command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, OptionGroups::list);
        }
    }

    private static String list(Help help) {
        Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
        ORDER.forEach(heading -> groups.put(heading, new ArrayList<>()));
        help.commandSpec().options().stream().filter(option -> !option.hidden())
                .forEach(option -> groups.get(heading(option)).add(option));
        StringBuilder text = new StringBuilder();
        groups.forEach((heading, options) -> {
            if (!options.isEmpty()) {
                Layout layout = help.createDefaultLayout(options, List.of(), help.colorScheme());
                layout.addOptions(options, help.createDefaultParamLabelRenderer());
                text.append(help.createHeading("%n" + heading + ":%n")).append(layout);
            }
        });
        return text.toString();
    }

    private static String heading(OptionSpec option) {
        if (option.usageHelp() || option.versionHelp()) {
            return HELP;
        }
        String byClass = option.userObject() instanceof Field field
                ? BY_CLASS.getOrDefault(field.getDeclaringClass(), USUAL) : USUAL;
        return RESULTS.contains(option.longestName()) ? "Results" : BY_NAME.getOrDefault(option.longestName(), byClass);
    }
}
