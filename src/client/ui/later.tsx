/**
 * A screen whose code comes when it is first needed. All of them are asked for
 * once the first screen stands, so that none needs the network afterwards.
 */
import type { ComponentChildren, ComponentType, RenderableProps } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadLater } from '../the-rest.ts';
import { LoadTrouble } from './load-trouble.tsx';

/** @param Trouble what stands in its place where the code did not come; a whole screen unless said. */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Trouble: ComponentType = LoadTrouble,
): (props: RenderableProps<P>) => ComponentChildren {
  let loaded: ComponentType<P> | null = null;
  let asked: Promise<ComponentType<P>> | null = null;
  const fetchOnce = () => {
    asked ??= load().then(
      (screen) => {
        loaded = screen;
        return screen;
      },
      (error: unknown) => {
        asked = null;
        throw error;
      },
    );
    return asked;
  };
  loadLater(fetchOnce);
  return function Later(props) {
    const [Screen, setScreen] = useState<ComponentType<P> | null>(() => loaded);
    const [trouble, setTrouble] = useState(false);
    useEffect(() => {
      let left = false;
      if (Screen) return;
      fetchOnce().then(
        (screen) => {
          if (!left) setScreen(() => screen);
        },
        (error: unknown) => {
          console.warn('页面没有载入', error);
          if (!left) setTrouble(true);
        },
      );
      return () => {
        left = true;
      };
    }, []);
    if (trouble) return <Trouble />;
    return Screen && <Screen {...props} />;
  };
}
