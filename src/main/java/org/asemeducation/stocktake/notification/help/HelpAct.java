package org.asemeducation.stocktake.notification.help;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.help.Given.Refusal;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.UpdateKey;

/**
 * One way to help.
 */
public interface HelpAct {

	HelpKind kind();

	/**
	 * Does it in the caller's transaction, which is rolled back when anything is refused.
	 * @param cycle the cycle
	 * @param initiatives for which
	 * @param help what was said of it
	 * @param by the user id
	 * @return for which it was done and for which it cannot be done
	 * @throws Refused when it can be done for none, because something is missing
	 */
	Given give(CycleName cycle, List<InitiativeId> initiatives, Help help, String by);

	/** Does it for each, as far as nothing refuses it. */
	static Given each(CycleName cycle, List<InitiativeId> initiatives, Consumer<UpdateKey> act) {
		List<String> helped = new ArrayList<>();
		List<Refusal> refused = new ArrayList<>();
		for (InitiativeId initiative : initiatives) {
			try {
				act.accept(new UpdateKey(cycle, initiative));
				helped.add(initiative.value());
			}
			catch (Refused ex) {
				refused.add(new Refusal(initiative.value(), sentence(ex)));
			}
		}
		return new Given(helped, refused, List.of());
	}

	private static String sentence(Refused refused) {
		return refused.problems().isEmpty() ? String.valueOf(refused.getMessage())
				: refused.problems().get(0).message();
	}

}
