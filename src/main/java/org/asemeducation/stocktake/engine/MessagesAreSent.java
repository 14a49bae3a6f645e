package org.asemeducation.stocktake.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;

/**
 * Every message that a model waits for is sent by our code under the same name, and every
 * message that our code sends is waited for.
 */
class MessagesAreSent implements ModelRule {

	private final Set<String> sent;

	private final Set<String> received = new TreeSet<>();

	MessagesAreSent(List<MessageSender> senders) {
		this.sent = senders.stream()
			.flatMap((sender) -> sender.messages().stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Override
	public void check(Model model, Breaches breaches) {
		for (MessageEventDefinition event : model.all(MessageEventDefinition.class)) {
			Message message = event.getMessage();
			if (message == null || !this.sent.contains(message.getName())) {
				breaches.add(model, event.getParentElement().getAttributeValue("id"),
						"waits for the message %s, but the code sends %s"
							.formatted((message != null) ? message.getName() : null, this.sent));
			}
			else {
				this.received.add(message.getName());
			}
		}
	}

	void checkAllReceived(Breaches breaches) {
		Set<String> lost = new TreeSet<>(this.sent);
		lost.removeAll(this.received);
		if (!lost.isEmpty()) {
			breaches.add("the code sends %s, but no model waits for it".formatted(lost));
		}
	}

}
