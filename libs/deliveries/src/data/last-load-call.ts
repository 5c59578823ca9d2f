/** SQL of the call that ended the pour of an order `o`, as JSON; null: there was none. */
export const LAST_LOAD_CALL = `
         (SELECT json_build_object('m3', c.m3, 'callerName', c.caller_name,
            'takenAt', to_char(c.taken_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          FROM order_call c WHERE c.order_id = o.id AND c.call = 'last_load'
          ORDER BY c.taken_at DESC, c.id DESC LIMIT 1)`;
