package org.asemeducation.stocktake.update.contribution;

import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.stereotype.Component;

/**
 * What a party contributes in a rehearsal, through the same doors as anybody.
 */
@Component
public class RehearsedContribution {

	private final Inviting inviting;

	private final PartyContributions contributions;

	private final ContributionTexts texts;

	private final WritingContributions writing;

	private final DecidingOnContributions deciding;

	RehearsedContribution(Inviting inviting, PartyContributions contributions, ContributionTexts texts,
			WritingContributions writing, DecidingOnContributions deciding) {
		this.inviting = inviting;
		this.contributions = contributions;
		this.texts = texts;
		this.writing = writing;
		this.deciding = deciding;
	}

	/**
	 * Writes and submits; who is to be invited by now is.
	 * @param cycle in which cycle
	 * @param party the party's name in full
	 * @param text what it contributes
	 * @param accepted whether the AES accepts it at once
	 * @param change what it asks to change at once; empty for nothing
	 * @param by the user id of one of the AES
	 * @throws Refused when the party is not invited, or as anybody is refused
	 */
	public void contribute(CycleName cycle, String party, ContributionText text, boolean accepted, String change,
			String by) {
		this.inviting.keepUp(cycle);
		Contribution contribution = this.contributions.of(cycle)
			.stream()
			.filter((it) -> it.name().equals(party))
			.findFirst()
			.orElseThrow(() -> Refused
				.conflict("%s is not invited in %s: it has an initiative, nobody to write, or is not listed."
					.formatted(party, cycle)));
		ObjectNode content = JsonNodeFactory.instance.objectNode()
			.put("activities", text.activities())
			.put("plans", text.plans());
		text.objectives().forEach((number) -> content.put("objective-" + number, true));
		Person writer = new Person("stocktake", party, Set.of(contribution.group()));
		long seen = this.texts.draft(contribution).version();
		this.writing.save(cycle, contribution.party(), seen, content, writer);
		this.writing.submit(cycle, contribution.party(), seen + 1, writer);
		if (accepted || !change.isEmpty()) {
			int version = this.texts.last(contribution).orElseThrow().version();
			this.deciding.decide(cycle, contribution.party(), version, accepted ? "accepted" : "returned", change, by);
		}
	}

}
