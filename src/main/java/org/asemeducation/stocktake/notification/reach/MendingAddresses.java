package org.asemeducation.stocktake.notification.reach;

import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Tasks;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat gives somebody whom mail does not reach another address, or says that
 * the one they have is right. What has waited for them and is still true leaves within a
 * minute or two.
 */
@Component
public class MendingAddresses {

	private final Unreachables unreachables;

	private final MendAddressProcess process;

	private final Register register;

	private final Tasks tasks;

	private final Audit audit;

	MendingAddresses(Unreachables unreachables, MendAddressProcess process, Register register, Tasks tasks,
			Audit audit) {
		this.unreachables = unreachables;
		this.process = process;
		this.register = register;
		this.tasks = tasks;
		this.audit = audit;
	}

	Unreachable get(long contact) {
		return this.unreachables.find(contact)
			.orElseThrow(() -> Refused
				.notFound("Mail reaches this contact, or nobody knows otherwise: there is nothing to mend."));
	}

	private Unreachable open(long contact) {
		return this.unreachables.find(contact)
			.orElseThrow(() -> Refused.conflict("Mail reaches this contact by now: nothing is left to mend."));
	}

	/**
	 * Gives somebody another address.
	 * @param contact whom mail does not reach
	 * @param email the new address
	 * @param by the user id
	 * @throws Refused when mail reaches them by now, or the address will not do
	 */
	@Transactional
	public void mend(long contact, String email, String by) {
		Unreachable unreachable = open(contact);
		if (unreachable.address().equalsIgnoreCase(email.strip())) {
			throw Refused.invalid("This is the address that was refused.", List
				.of(new Refused.Problem("email", "Write another address, or say that this one is reachable again.")));
		}
		this.register.changeAddress(new ContactId(contact), email);
		settle(contact, "mended", by);
	}

	@Transactional
	void reachable(long contact, String by) {
		Unreachable unreachable = open(contact);
		this.audit.record(by, "say address is reachable", unreachable.address(), unreachable.because(), null);
		settle(contact, "reachable", by);
	}

	private void settle(long contact, String as, String by) {
		if (!this.unreachables.settle(contact, as, by)) {
			throw Refused.conflict("Somebody else has mended this address just now: reload the page.");
		}
		this.process.key(contact).ifPresent((about) -> this.tasks.complete(about, MendAddressProcess.MEND_ADDRESS, by));
	}

}
