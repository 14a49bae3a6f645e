package org.asemeducation.stocktake.update.files;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.Revisions;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequests;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody shown or quoted in a submitted update no longer agrees: its coordinators or
 * the secretariat say so, at any time. The file is deleted, and nothing of the item is
 * printed in what is written from then on.
 */
@Component
class WithdrawingConsent {

	private final WithdrawnConsents consents;

	private final Revisions revisions;

	private final UpdateRequests requests;

	private final Rights rights;

	private final Audit audit;

	WithdrawingConsent(WithdrawnConsents consents, Revisions revisions, UpdateRequests requests, Rights rights,
			Audit audit) {
		this.consents = consents;
		this.revisions = revisions;
		this.requests = requests;
		this.rights = rights;
		this.audit = audit;
	}

	/**
	 * Takes an item out for good.
	 * @param key of which update
	 * @param item its {@link ConsentItem}
	 * @param by who says so
	 * @throws Refused when they may not, or the last version has no such item
	 */
	@Transactional
	public void withdraw(UpdateKey key, String item, Person by) {
		if (!mayWithdraw(key, by)) {
			throw Refused.notAllowed(
					"Only those who coordinate %s and the secretariat can say this.".formatted(key.initiative()));
		}
		this.requests.lock(key);
		Agreed agreed = standing(key).stream()
			.filter((it) -> it.item().equals(item))
			.findFirst()
			.orElseThrow(() -> Refused
				.notFound("This does not stand in the submitted update, or no longer: load the page again."));
		this.consents.add(key, agreed.item(), agreed.name(), by.userId());
		if (agreed.item().startsWith("file:")) {
			this.consents.deleteFile(key, agreed.item().substring("file:".length()));
		}
		this.audit.record(by.userId(), "withdraw consent", key.toString(), agreed.name(), null);
	}

	boolean mayWithdraw(UpdateKey key, Person person) {
		return person.isSecretariat()
				|| !this.rights.coordinatingAs(person.userId(), key.initiative().value()).isEmpty();
	}

	/** What the last submitted text has consent for. */
	List<Agreed> standing(UpdateKey key) {
		List<String> gone = this.consents.of(key).stream().map(WithdrawnConsents.Withdrawn::item).toList();
		return this.revisions.latest(key)
			.map((revision) -> StreamSupport.stream(revision.content().path("media").spliterator(), false)
				.filter((item) -> item.path("consent").asBoolean())
				.map((JsonNode item) -> new Agreed(ConsentItem.of(item), ConsentItem.name(item)))
				.filter((item) -> !gone.contains(item.item()))
				.distinct()
				.toList())
			.orElse(List.of());
	}

	/**
	 * What somebody agreed to.
	 *
	 * @param item its {@link ConsentItem}
	 * @param name what it is called
	 */
	record Agreed(String item, String name) {
	}

}
