package org.asemeducation.stocktake.notification.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where a mail stands, as a person would say it.
 */
enum MailState {

	/** Nothing was tried yet. */
	WAITING("waits to leave"),
	/** An attempt failed, and another will be made. */
	TRIED("is tried again"),
	/** All attempts failed: there is an incident. */
	GIVEN_UP("was given up"),
	/** Somebody holds it. */
	HELD("held until it is released"),
	/** Mail does not reach whom it is for. */
	KEPT("kept until the address is mended"),
	/** A server took it. */
	SENT("sent"),
	/** A server took it, and later reported that it did not arrive. */
	BOUNCED("came back"),
	/** Nothing was left to say before it could leave. */
	CANCELLED("not sent: nothing left to say");

	/** Over the row {@code m} of a mail. */
	static final String SQL = """
			case when m.state = 'sent' and exists (select from bounce b
			        where b.mail = m.id and b.permanent and b.noted_at >= m.sent_at) then 'bounced'
			    when m.state in ('sent', 'cancelled') then m.state
			    when exists (select from held_back h where h.mail = m.id and h.released_at is null) then 'held'
			    when m.process_instance is null and exists (
			        select from unreachable u where u.contact = m.contact and u.settled_at is null) then 'kept'
			    when exists (select from act_ru_incident i where i.proc_inst_id_ = m.process_instance) then 'given-up'
			    when exists (select from delivery_attempt a where a.mail = m.id) then 'tried' else 'waiting' end
			""";

	private final String label;

	MailState(String label) {
		this.label = label;
	}

	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public String label() {
		return this.label;
	}

	static MailState of(String word) {
		return Arrays.stream(values())
			.filter((state) -> state.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("\"%s\" is no state of a mail: take one of %s."
				.formatted(word, Arrays.stream(values()).map(MailState::word).collect(Collectors.joining(", ")))));
	}

}
