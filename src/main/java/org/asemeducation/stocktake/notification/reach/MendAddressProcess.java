package org.asemeducation.stocktake.notification.reach;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.asemeducation.stocktake.engine.AsNobody;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.engine.MessageSender;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What {@code desk/mend-address.bpmn} is started with and hears; alone talks to the
 * engine for it. Its key begins with a cycle, so that digests tell of its task.
 */
@Component
class MendAddressProcess implements MessageSender {

	static final String MEND_ADDRESS = "userTask_mendAddress";

	private static final String KEY = "mendAddress";

	private static final String CONTACT = "contact";

	private static final String CONTACT_REMOVED = "ContactRemoved";

	private final RuntimeService runtime;

	private final AsNobody asNobody;

	private final JdbcClient jdbc;

	MendAddressProcess(RuntimeService runtime, AsNobody asNobody, JdbcClient jdbc) {
		this.runtime = runtime;
		this.asNobody = asNobody;
		this.jdbc = jdbc;
	}

	@Override
	public Set<String> messages() {
		return Set.of(CONTACT_REMOVED);
	}

	String start(long contact) {
		String cycle = this.jdbc
			.sql("""
					select coalesce((select m.cycle from unreachable u join mail m on m.id = u.mail
					        where u.contact = :contact and u.settled_at is null),
					    (select name from cycle where kind <> 'paper' order by opened_at desc, name desc limit 1), 'register')""")
			.param("contact", contact)
			.query(String.class)
			.single();
		return this.asNobody.call(
				() -> this.runtime
					.startProcessInstanceByKey(KEY, BusinessKey.of(cycle, CONTACT + "/" + contact).toString(),
							Map.of(CONTACT, contact))
					.getId());
	}

	void removed(long contact) {
		this.asNobody.call(() -> this.runtime.createMessageCorrelation(CONTACT_REMOVED)
			.processInstanceVariableEquals(CONTACT, contact)
			.correlateAllWithResult());
	}

	/** Whom a task is about. */
	static long contact(BusinessKey about) {
		String part = about.requiredPart();
		return Long.parseLong(part.substring(part.lastIndexOf('/') + 1));
	}

	/** Under which key the process about somebody runs; nothing before it was started. */
	Optional<BusinessKey> key(long contact) {
		return this.jdbc.sql("""
				select e.business_key_ from unreachable u join act_ru_execution e on e.id_ = u.process_instance
				where u.contact = :contact order by u.id desc limit 1""")
			.param("contact", contact)
			.query(String.class)
			.optional()
			.map(BusinessKey::parse);
	}

}
