package org.asemeducation.stocktake.update.people;

import java.util.List;

import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.Lead;
import org.asemeducation.stocktake.update.Leads;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.Writers;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The AES settles who leads; the lead says that it cannot submit.
 */
@Component
class Leading {

	private final Leads leads;

	private final Writers writers;

	private final Register register;

	private final Audit audit;

	Leading(Leads leads, Writers writers, Register register, Audit audit) {
		this.leads = leads;
		this.writers = writers;
		this.register = register;
		this.audit = audit;
	}

	/**
	 * Settles who submits.
	 * @param key which update
	 * @param party one of those that coordinate the initiative
	 * @param by the user id of one of the AES
	 * @throws Refused when a single party coordinates it, or this one does not
	 */
	@Transactional
	void settle(UpdateKey key, @Nullable Long party, String by) {
		Lead before = lead(key);
		PartyId lead = coordinators(key).stream()
			.filter((one) -> party != null && one.value() == party)
			.findFirst()
			.orElseThrow(() -> Refused.invalid("Nothing is settled yet.", List
				.of(new Problem("party", "Choose one of those who coordinate %s.".formatted(key.initiative())))));
		this.leads.settle(key, lead, by);
		this.audit.record(by, "settle lead", key.toString(), before.label(), lead(key).label());
	}

	/**
	 * The lead cannot submit: any of the coordinators may from now on.
	 * @param key which update
	 * @param by the user id of who speaks for the lead
	 * @throws Refused when they do not, or nothing can be written
	 */
	@Transactional
	void decline(UpdateKey key, String by) {
		this.writers.admit(key, by);
		Lead lead = lead(key);
		if (!this.leads.isTheirs(key, lead, by)) {
			throw Refused.notAllowed(
					"Only %s can say this: it submits the update of %s.".formatted(lead.label(), key.initiative()));
		}
		this.leads.decline(key, lead.party(), by);
		this.audit.record(by, "let the others submit", key.toString(), lead.label(), null);
	}

	private Lead lead(UpdateKey key) {
		return this.leads.of(key)
			.orElseThrow(() -> Refused
				.conflict("%s has no lead: no more than one party coordinates it.".formatted(key.initiative())));
	}

	private List<PartyId> coordinators(UpdateKey key) {
		return this.register.coordination(key.initiative().value())
			.stream()
			.filter((one) -> "coordinator".equals(one.role()))
			.map(Coordination::party)
			.toList();
	}

}
