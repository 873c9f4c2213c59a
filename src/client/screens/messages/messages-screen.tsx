/** 消息: what the office tells this person, newest first. */
import './messages.css';
import { civilDateOf, sayClock, sayShortDate, weekdayName } from '../../../domain/civil.ts';
import type { MessageRow } from '../../../protocol/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { Row } from '../../ui/row.tsx';
import { unread } from '../../workplace.ts';
import { useMessages } from './use-messages.ts';

export function MessagesScreen() {
  const { list, trouble, older, refresh, more, read } = useMessages();
  const count = unread.value;
  return (
    <Page
      title="消息"
      facts={count > 0 ? `${count} 条未读` : undefined}
      tools={
        list?.some((one) => !one.read) && (
          <Button kind="outlined" icon="check" onClick={() => void read(null)}>
            全部已读
          </Button>
        )
      }
    >
      <div class="messages">
        {trouble && (
          <p class="messages-trouble" role="status">
            <span>{trouble.offline ? '没有网络。下面是上次取到的消息。' : trouble.message}</span>
            <Button kind="plain" onClick={() => void refresh()}>
              再试一次
            </Button>
          </p>
        )}
        {list?.length === 0 && (
          <Empty icon="bell" text="还没有消息。有需要您办理的事，会在这里告诉您。">
            <Button kind="outlined" href="/">
              回到首页
            </Button>
          </Empty>
        )}
        {daysOf(list ?? []).map(({ day, messages }) => (
          <section key={day} aria-label={day}>
            <h2 class="messages-day">
              {sayShortDate(day)} {weekdayName(day)}
            </h2>
            {messages.map((message) => (
              <Message key={message.id} message={message} onOpen={() => void read([message.id])} />
            ))}
          </section>
        ))}
        {older && (
          <div class="messages-more">
            <Button kind="outlined" onClick={() => void more()}>
              更早的消息
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}

function Message(props: { readonly message: MessageRow; readonly onOpen: () => void }) {
  const { message, onOpen } = props;
  return (
    <Row
      small
      href={message.link}
      {...(message.read ? {} : { onClick: onOpen })}
      lead={
        <span
          class={message.read ? 'message-sign' : 'message-sign message-unread'}
          role="img"
          aria-label={message.read ? '已读' : '未读'}
        />
      }
      title={message.title}
      second={message.text}
      end={<span class="message-at">{sayClock(message.at)}</span>}
    />
  );
}

function daysOf(list: readonly MessageRow[]) {
  const days: { day: string; messages: MessageRow[] }[] = [];
  for (const message of list) {
    const day = civilDateOf(message.at);
    const last = days.at(-1);
    if (last?.day === day) last.messages.push(message);
    else days.push({ day, messages: [message] });
  }
  return days;
}
